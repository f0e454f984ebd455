package com.cottonerp.settings.commodities;

import com.cottonerp.defaults.sources.IdSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Creates a commodity, with the parameters of its category unless the body names parameters. In the
 * caller's transaction.
 */
@ApplicationScoped
class CreateCommodity {
  private final Commodities commodities;
  private final ParameterTemplates templates;
  private final IdSource ids;

  CreateCommodity(Commodities commodities, ParameterTemplates templates, IdSource ids) {
    this.commodities = commodities;
    this.templates = templates;
    this.ids = ids;
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
}
