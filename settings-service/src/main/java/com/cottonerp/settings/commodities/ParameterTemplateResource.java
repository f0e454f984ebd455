package com.cottonerp.settings.commodities;

import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.security.Permission;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/parameter-templates")
@Tag(name = "Commodities")
public class ParameterTemplateResource {
  private final ParameterTemplates templates;

  ParameterTemplateResource(ParameterTemplates templates) {
    this.templates = templates;
  }

  @GET
  @RolesAllowed(Permission.COMMODITY_READ)
  @WithSession
  @Operation(
      summary = "The quality parameters that are usual in a category",
      description = "All of them without category, at most some hundred.")
  public Uni<Page<TemplateView>> list(@QueryParam("category") @Size(max = 100) String category) {
    return templates
        .of(category)
        .map(
            found ->
                found.stream()
                    .map(one -> new TemplateView(one.category(), one.parameter(), one.usageCount()))
                    .toList())
        .map(Page::whole);
  }

  public record TemplateView(String category, Parameter parameter, long usageCount) {}
}
