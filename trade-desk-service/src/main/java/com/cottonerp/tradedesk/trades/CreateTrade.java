package com.cottonerp.tradedesk.trades;

import com.cottonerp.contracts.trade.v1.Brokerage;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.tradedesk.availabilities.AvailabilityFacts;
import com.cottonerp.tradedesk.commissions.ComputeBrokerage;
import com.cottonerp.tradedesk.commoditycatalog.CatalogEntry;
import com.cottonerp.tradedesk.negotiations.Negotiation;
import com.cottonerp.tradedesk.posting.TwoParties;
import com.cottonerp.tradedesk.washtrades.WashTrades;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * A binding trade is made of an agreement: held stock is sold, the requirement bought for,
 * addresses are frozen, tax is computed, positions are opened. In the caller's transaction, which
 * has locked the negotiation.
 */
@ApplicationScoped
class CreateTrade {
  private final ReviewAgreement reviewing;
  private final TransferGoods goods;
  private final ChooseAddresses addresses;
  private final WashTrades washTrades;
  private final ComputeBrokerage brokerage;
  private final SaveTrade saving;
  private final IdSource ids;
  private final Clock clock;

  CreateTrade(
      ReviewAgreement reviewing,
      TransferGoods goods,
      ChooseAddresses addresses,
      WashTrades washTrades,
      ComputeBrokerage brokerage,
      SaveTrade saving,
      IdSource ids,
      Clock clock) {
    this.reviewing = reviewing;
    this.goods = goods;
    this.addresses = addresses;
    this.washTrades = washTrades;
    this.brokerage = brokerage;
    this.saving = saving;
    this.ids = ids;
    this.clock = clock;
  }

  Uni<Trade> create(Negotiation agreed, TwoParties both, BranchPicks picks, String by) {
    UUID id = ids.next();
    return reviewing
        .review(agreed, both)
        .chain(
            commodity ->
                goods
                    .transfer(agreed, both, id)
                    .chain(sold -> create(id, agreed, both, picks, by, commodity, sold)));
  }

  private Uni<Trade> create(
      UUID id,
      Negotiation agreed,
      TwoParties both,
      BranchPicks picks,
      String by,
      CatalogEntry commodity,
      AvailabilityFacts sold) {
    Instant now = clock.instant();
    BigDecimal baseQuantity = sold.measure().base(agreed.terms().quantity());
    return addresses
        .choose(both, picks, commodity, baseQuantity)
        .chain(
            chosen ->
                saving
                    .nextNumber(BusinessDay.of(now).getYear())
                    // After the number: two opposite trades come one by one.
                    .call(() -> refuseWash(agreed))
                    .chain(
                        number ->
                            brokerageOn(agreed, sold)
                                .map(
                                    computed ->
                                        Trade.of(
                                            new Trade.Making(id, number, by, computed, now),
                                            agreed,
                                            sold.terms(),
                                            commodity.gstRate(),
                                            chosen))))
        .chain(saving::create);
  }

  /** What was computed when the parties agreed; of an agreement from before that, now. */
  private Uni<Brokerage> brokerageOn(Negotiation agreed, AvailabilityFacts sold) {
    return agreed.isFromBeforeTerms()
        ? brokerage.on(agreed.contractValue(sold.measure()))
        : Uni.createFrom().item(agreed.brokerage());
  }

  private Uni<Void> refuseWash(Negotiation agreed) {
    return washTrades.refuse(
        agreed.counterparts().buyerId(),
        agreed.counterparts().sellerId(),
        agreed.counterparts().commodityId());
  }
}
