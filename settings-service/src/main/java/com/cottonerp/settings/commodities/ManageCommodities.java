package com.cottonerp.settings.commodities;

import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.settings.referencecounts.ReferenceCounts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Creates, changes and deletes commodities, in the caller's transaction. */
@ApplicationScoped
class ManageCommodities {
  private final Commodities commodities;
  private final ParameterTemplates templates;
  private final ReferenceCounts references;
  private final IdSource ids;
  private final Clock clock;

  ManageCommodities(
      Commodities commodities,
      ParameterTemplates templates,
      ReferenceCounts references,
      IdSource ids,
      Clock clock) {
    this.commodities = commodities;
    this.templates = templates;
    this.references = references;
    this.ids = ids;
    this.clock = clock;
  }

  Uni<Commodity> create(CommodityBody body) {
    UUID id = ids.next();
    return commodities
        .refuseTaken(body.code(), id)
        .chain(() -> usualParameters(body))
        .map(usual -> Commodity.create(id, body, usual))
        .chain(commodities::save)
        .call(commodity -> templates.use(commodity.category(), commodity.parameters()));
  }

  private Uni<List<Parameter>> usualParameters(CommodityBody body) {
    return body.parameters() != null
        ? Uni.createFrom().item(List.of())
        : templates
            .of(body.category())
            .map(found -> found.stream().map(ParameterTemplates.Template::parameter).toList());
  }

  /** The caller saves it. */
  Uni<Void> change(Commodity commodity, CommodityBody body) {
    return commodities
        .refuseTaken(body.code(), commodity.id())
        .invoke(() -> commodity.change(body));
  }

  /**
   * The caller saves it. A post that is on its way to here is not seen: its commodity is then found
   * inactive there.
   */
  Uni<Void> delete(Commodity commodity) {
    return references
        .ofCommodity(commodity.id())
        .invoke(
            openPosts -> {
              if (openPosts > 0) {
                throw new CommodityRefusal.CommodityInUse(commodity.id(), openPosts).refused();
              }
              commodity.delete(clock.instant());
            })
        .replaceWithVoid();
  }
}
