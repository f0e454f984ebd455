package com.cottonerp.settings.commodities;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Changes a commodity. In the caller's transaction; the caller saves the commodity. */
@ApplicationScoped
class ChangeCommodity {
  private final Commodities commodities;

  ChangeCommodity(Commodities commodities) {
    this.commodities = commodities;
  }

  Uni<Void> change(Commodity commodity, CommodityBody body) {
    return commodities
        .refuseTaken(body.code(), commodity.id())
        .invoke(() -> commodity.change(body));
  }
}
