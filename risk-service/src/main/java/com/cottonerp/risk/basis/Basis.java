package com.cottonerp.risk.basis;

import com.cottonerp.eventing.readmodels.CompleteReadModels;
import com.cottonerp.risk.commodityrules.CommodityRulesProjection;
import com.cottonerp.risk.exchangerates.ExchangeRatesProjection;
import com.cottonerp.risk.partnerprofiles.PartnerProfilesProjection;
import com.cottonerp.risk.positions.PositionsProjection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The read models that every assessment needs. Risk assesses nothing while one of these read models
 * is being filled: a missing position would count as no exposure, and in place of a missing rate an
 * older rate would count.
 */
@ApplicationScoped
public class Basis {
  private static final String[] READ_MODELS = {
    PartnerProfilesProjection.NAME,
    PositionsProjection.NAME,
    CommodityRulesProjection.NAME,
    ExchangeRatesProjection.NAME
  };

  private final CompleteReadModels complete;

  Basis(CompleteReadModels complete) {
    this.complete = complete;
  }

  /** Ask before any read; see {@link CompleteReadModels}. */
  public Uni<Boolean> isComplete() {
    return complete.are(READ_MODELS);
  }

  /** Fails as retriable (503) unless all these read models are complete. */
  public Uni<Void> require() {
    return complete.require(READ_MODELS);
  }
}
