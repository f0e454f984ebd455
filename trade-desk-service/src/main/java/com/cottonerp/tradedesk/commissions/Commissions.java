package com.cottonerp.tradedesk.commissions;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All commission structures that the trade desk knows. */
@ApplicationScoped
class Commissions implements PanacheRepositoryBase<Commission, UUID> {
  // The narrowest first: of the commodity in this type of trade, of the commodity, of the type of
  // trade; of two alike the newer one.
  private static final String FITTING =
      """
      active and currency = ?1
      and (commodityId = ?2 or commodityId is null)
      and (tradeTypeId = ?3 or tradeTypeId is null)
      order by case when commodityId is not null and tradeTypeId is not null then 0
                    when commodityId is not null then 1
                    else 2 end,
               structureId desc
      """;

  /**
   * The structure for a contract; null when none fits.
   *
   * @param tradeTypeId null when the contract names none
   */
  Uni<Commission> fitting(String currency, UUID commodityId, UUID tradeTypeId) {
    UUID type = tradeTypeId == null ? new UUID(0, 0) : tradeTypeId;
    return find(FITTING, currency, commodityId, type).page(0, 1).firstResult();
  }
}
