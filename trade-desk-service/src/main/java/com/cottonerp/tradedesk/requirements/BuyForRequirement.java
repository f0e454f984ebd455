package com.cottonerp.tradedesk.requirements;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.UUID;

/** A trade is made of what the parties agreed on. In the caller's transaction. */
@ApplicationScoped
public class BuyForRequirement {
  private final SaveRequirement saving;

  BuyForRequirement(SaveRequirement saving) {
    this.saving = saving;
  }

  /**
   * @param quantity in the unit of the requirement
   */
  public Uni<Requirement> buy(Requirement locked, BigDecimal quantity, UUID tradeId) {
    locked.buy(quantity, tradeId);
    return saving.save(locked);
  }
}
