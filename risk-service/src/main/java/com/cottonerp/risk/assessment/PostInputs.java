package com.cottonerp.risk.assessment;

import com.cottonerp.risk.partnerprofiles.PartnerCredit;
import com.cottonerp.risk.positions.OpenPositions;
import com.cottonerp.risk.positions.TradeHistory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads the inputs for a post's judgement. */
@ApplicationScoped
class PostInputs {
  private final OpenPositions positions;
  private final TradeHistory history;

  PostInputs(OpenPositions positions, TradeHistory history) {
    this.positions = positions;
    this.history = history;
  }

  /**
   * @param unsettledOpposite posts of the partner on the opposite side, where such posts count
   */
  Uni<Judgement.Inputs> of(Post post, PartnerCredit credit, List<UUID> unsettledOpposite) {
    String currency = post.value().currency();
    return positions
        .exposureOf(post.partnerId(), currency)
        .chain(
            exposure ->
                history
                    .recordOf(post.partnerId())
                    .map(
                        record ->
                            new Judgement.Inputs(
                                post.partnerId(),
                                post.side(),
                                post.value().amount(),
                                currency,
                                credit.limitIn(currency),
                                exposure,
                                credit.rating(),
                                record.performance(),
                                unsettledOpposite)));
  }
}
