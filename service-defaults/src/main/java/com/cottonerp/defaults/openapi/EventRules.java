package com.cottonerp.defaults.openapi;

import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.MethodInfo;

/**
 * What a service with an outbox and read models does with the events of a change: it names them in
 * the answer, and waits for them.
 */
final class EventRules {
  private static final String INBOX = "com/cottonerp/eventing/inbox/AppliedEvents.class";
  private static final String EVENT_ID = "EventId";
  private static final String PREFERENCE_APPLIED = "PreferenceApplied";
  private static final String IF_APPLIED = "IfApplied";
  private static final String PREFER = "Prefer";
  private static final String EXAMPLE =
      "\"0199a1c2-1c5e-7d3a-9f7b-2f6f0c6f3a10\";source=partners;"
          + "subject=\"0199a1c2-1c5e-7d3a-9f7b-2f6f0c6f3a11\";sequence=7";

  private EventRules() {}

  /** Whether the program has read models. */
  static boolean concernThisProgram() {
    return Thread.currentThread().getContextClassLoader().getResource(INBOX) != null;
  }

  /** Whether a method may change aggregates; what an operator asks of the inbox does not. */
  static boolean mayRaiseEvents(MethodInfo method) {
    return !method.declaringClass().name().toString().startsWith("com.cottonerp.eventing.");
  }

  /**
   * @param raising the operations that may raise events when they are no GET
   */
  static void apply(OpenAPI api, Set<String> raising) {
    describe(api.getComponents());
    for (PathItem item : api.getPaths().getPathItems().values()) {
      item.getOperations()
          .forEach(
              (method, operation) ->
                  describe(
                      operation,
                      method != PathItem.HttpMethod.GET
                          && raising.contains(operation.getOperationId())));
    }
  }

  private static void describe(Components components) {
    components.addHeader(
        EVENT_ID,
        header(
            "The events that the change raised, as a list of structured items (RFC 8941); absent"
                + " when there are none. Any service takes it as If-Applied",
            EXAMPLE));
    components.addHeader(
        PREFERENCE_APPLIED, header("How long the request would have waited", "wait=2"));
    components.addParameter(
        IF_APPLIED,
        parameter(
            "If-Applied",
            "The Event-Id of an answer: the request is carried out once these events are applied"
                + " here. 412 not-yet-applied: they were not applied in time. Events that this"
                + " service does not hear, and its own, are not waited for.",
            EXAMPLE));
    components.addParameter(
        PREFER,
        parameter(
            "Prefer",
            "wait=SECONDS (RFC 7240): how long to wait for If-Applied, at most 10; 2 without it.",
            "wait=2"));
  }

  private static void describe(Operation operation, boolean raises) {
    operation.addParameter(
        OASFactory.createParameter().ref("#/components/parameters/" + IF_APPLIED));
    operation.addParameter(OASFactory.createParameter().ref("#/components/parameters/" + PREFER));
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              if (status.startsWith("2")) {
                response.addHeader("Preference-Applied", reference(PREFERENCE_APPLIED));
                if (raises) {
                  response.addHeader("Event-Id", reference(EVENT_ID));
                }
              }
            });
  }

  private static Header reference(String name) {
    return OASFactory.createHeader().ref("#/components/headers/" + name);
  }

  private static Header header(String meaning, String example) {
    return OASFactory.createHeader().description(meaning).example(example).schema(text());
  }

  private static Parameter parameter(String name, String meaning, String example) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .description(meaning)
        .example(example)
        .schema(text());
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(SchemaType.STRING);
  }
}
