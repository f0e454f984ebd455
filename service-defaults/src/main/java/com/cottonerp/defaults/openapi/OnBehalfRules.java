package com.cottonerp.defaults.openapi;

import com.cottonerp.defaults.onbehalf.Consents;
import com.cottonerp.defaults.security.OnBehalfOf;
import com.cottonerp.defaults.security.Permission;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.IndexView;

/** Describes {@code On-Behalf-Of} in the document of a service that knows who consents. */
final class OnBehalfRules {
  private static final String PARAMETER = "OnBehalfOf";

  private OnBehalfRules() {}

  static boolean concern(IndexView index) {
    return !index.getAllKnownImplementations(Consents.class).isEmpty();
  }

  static void apply(OpenAPI api) {
    api.getComponents()
        .addParameter(
            PARAMETER,
            OASFactory.createParameter()
                .name(OnBehalfOf.HEADER)
                .in(Parameter.In.HEADER)
                .description(
                    "The id of the partner for which an internal user with "
                        + Permission.TRADE_ON_BEHALF
                        + " makes the request; the user sees and does what the partner does. 403"
                        + " consent-missing: the partner has not consented. 403 brokers-only: the"
                        + " user may not act for others.")
                .example("0199a1c2-1c5e-7d3a-9f7b-2f6f0c6f3a11")
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).format("uuid")));
    api.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .forEach(
            operation ->
                operation.addParameter(
                    OASFactory.createParameter().ref("#/components/parameters/" + PARAMETER)));
  }
}
