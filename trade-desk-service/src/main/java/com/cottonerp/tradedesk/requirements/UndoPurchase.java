package com.cottonerp.tradedesk.requirements;

import com.cottonerp.tradedesk.positions.Positions;
import com.cottonerp.tradedesk.posting.PostContext;
import com.cottonerp.tradedesk.posting.Side;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A trade is cancelled: what it was for is wanted again, unless the requirement ended or its buyer
 * may not trade any more. In the caller's transaction.
 */
@ApplicationScoped
public class UndoPurchase {
  private final Requirements requirements;
  private final SaveRequirement saving;
  private final Positions positions;
  private final PostContext context;

  UndoPurchase(
      Requirements requirements, SaveRequirement saving, Positions positions, PostContext context) {
    this.requirements = requirements;
    this.saving = saving;
    this.positions = positions;
    this.context = context;
  }

  /**
   * @param quantity in the unit of the requirement
   */
  public Uni<Requirement> undo(UUID id, BigDecimal quantity) {
    return requirements
        .getForUpdate(id)
        .call(
            requirement ->
                obstacle(requirement.facts())
                    .invoke(obstacle -> requirement.undoPurchase(quantity, obstacle.orElse(null))))
        .call(this::blockUnlessBuyerMayTrade)
        .chain(saving::save);
  }

  private Uni<Optional<String>> obstacle(RequirementFacts requirement) {
    return requirements
        .isPostedAgain(requirement.id())
        .chain(
            again ->
                positions.obstacle(
                    again, requirement.buyerId(), requirement.commodityId(), Side.BUY));
  }

  private Uni<Optional<String>> blockUnlessBuyerMayTrade(Requirement requirement) {
    return requirement.facts().status().isWanted()
        ? context
            .whyMayNotTrade(requirement.ownerId())
            .invoke(reason -> reason.ifPresent(why -> requirement.block(List.of(why))))
        : Uni.createFrom().item(Optional.empty());
  }
}
