package com.cottonerp.defaults.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Makes the document of a program say what JAX-RS, Jackson and the defaults do: names and
 * permissions of operations, schemas as they travel, headers and problems that every operation has.
 * An operation's own annotations say the rest.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {
  private final Operations operations;
  private final ApiTypes types = new ApiTypes();
  private final Set<String> executedOnce = new HashSet<>();
  private final Set<String> raising = new HashSet<>();
  private final boolean hearsEvents;
  private final boolean actsOnBehalf;
  private final List<String> problems;

  public ApiDocument(IndexView index) {
    this.problems = ProblemTypes.of(index);
    this.operations = new Operations(index);
    this.hearsEvents = EventRules.concernThisProgram();
    this.actsOnBehalf = OnBehalfRules.concern(index);
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
      return;
    }
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    Map<String, PathItem> paths = api.getPaths().getPathItems();
    paths.values().forEach(item -> item.getOperations().values().forEach(this::describe));
    if (api.getComponents().getSchemas() != null) {
      new SchemaRules(types).apply(api.getComponents());
      PageNames.apply(api);
    }
    CommonRules.apply(api, executedOnce, hearsEvents, problems);
    if (hearsEvents) {
      EventRules.apply(api, raising);
    }
    if (actsOnBehalf) {
      OnBehalfRules.apply(api);
    }
  }

  private void describe(Operation operation) {
    Optional<MethodInfo> found = operations.method(operation);
    if (found.isEmpty()) {
      return;
    }
    MethodInfo method = found.get();
    types.add(method);
    operation.setOperationId(Operations.nameOf(method));
    if (types.isReply(method)) {
      executedOnce.add(operation.getOperationId());
    }
    SunsetRules.apply(operation, ApiTypes.methodOf(method));
    if (EventRules.mayRaiseEvents(method)) {
      raising.add(operation.getOperationId());
    }
    permissions(operation, Operations.permissions(method));
    Examples.apply(operation);
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(parameter -> SchemaRules.asSent(parameter.getSchema()));
    }
    AnswerRules.apply(operation, ApiTypes.methodOf(method), types.answerOf(method));
  }

  // The scheme has no scopes: a permission is a claim of ours, so it has an extension of its own.
  private static void permissions(Operation operation, List<String> permissions) {
    operation.setSecurity(
        List.of(OASFactory.createSecurityRequirement().addScheme("bearer", List.of())));
    if (!permissions.isEmpty()) {
      operation.addExtension("x-permissions", permissions);
      String needed = "Needs " + String.join(" or ", permissions) + ".";
      String given = operation.getDescription();
      operation.setDescription(
          given == null || given.isBlank() ? needed : given.strip() + " " + needed);
    }
  }
}
