package com.cottonerp.risk.assessment;

import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.risk.exchangerates.ExchangeRates;
import com.cottonerp.risk.partnerprofiles.PartnerCredit;
import com.cottonerp.risk.positions.Exposures;
import com.cottonerp.risk.positions.TradeHistory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Reads the inputs for a post's judgement. */
@ApplicationScoped
class PostInputs {
  private final Exposures exposures;
  private final TradeHistory history;
  private final ExchangeRates rates;
  private final Clock clock;

  PostInputs(Exposures exposures, TradeHistory history, ExchangeRates rates, Clock clock) {
    this.exposures = exposures;
    this.history = history;
    this.rates = rates;
    this.clock = clock;
  }

  /**
   * The post's value and the exposure count in the currency of the limit. Fails with {@code
   * ExchangeRateNotKnownYet} when one of them cannot be counted.
   *
   * @param unsettledOpposite posts of the partner on the opposite side, where such posts count
   */
  Uni<Judgement.Inputs> of(Post post, PartnerCredit credit, List<UUID> unsettledOpposite) {
    return inCurrency(post, credit.limit().currency())
        .chain(
            value ->
                exposures
                    .of(post.partnerId(), credit.limit().currency())
                    .chain(
                        exposure ->
                            history
                                .recordOf(post.partnerId())
                                .map(
                                    record ->
                                        new Judgement.Inputs(
                                            post.partnerId(),
                                            post.side(),
                                            value,
                                            credit.limit().currency(),
                                            credit.limit().amount(),
                                            exposure,
                                            credit.rating(),
                                            record.performance(),
                                            unsettledOpposite,
                                            stated(post, credit)))));
  }

  /** What a post is worth in a currency, at the rate of its day. */
  Uni<BigDecimal> inCurrency(Post post, String currency) {
    return rates.convert(
        post.value(), currency, post.day() == null ? BusinessDay.today(clock) : post.day());
  }

  private static Judgement.Stated stated(Post post, PartnerCredit credit) {
    return post.value().currency().equals(credit.limit().currency())
        ? null
        : new Judgement.Stated(post.value(), post.day());
  }
}
