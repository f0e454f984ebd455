package com.cottonerp.defaults.openapi;

import jakarta.ws.rs.Produces;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * The answer of an operation that succeeds: its status, and the schema of what its method returns.
 */
final class AnswerRules {
  private static final String CSV = "text/csv";
  private static final String REFERENCE = "#/components/schemas/";

  private AnswerRules() {}

  static void apply(Operation operation, Method method, Type answer) {
    APIResponse success = success(operation.getResponses(), answer);
    if (isCsv(method)) {
      success.setDescription("A line for each, under a line of names");
      success.setContent(
          OASFactory.createContent()
              .addMediaType(
                  CSV,
                  OASFactory.createMediaType()
                      .schema(OASFactory.createSchema().addType(SchemaType.STRING))));
    } else if (success.getContent() == null && !isEmpty(answer)) {
      success.setContent(
          OASFactory.createContent()
              .addMediaType(
                  "application/json", OASFactory.createMediaType().schema(schemaOf(answer))));
    }
    if (success.getContent() != null) {
      success
          .getContent()
          .getMediaTypes()
          .values()
          .forEach(media -> SchemaRules.asSent(media.getSchema()));
    }
  }

  // The export of a list.
  private static boolean isCsv(Method method) {
    Produces produces = method.getAnnotation(Produces.class);
    return produces != null && produces.value()[0].startsWith(CSV);
  }

  private static APIResponse success(APIResponses responses, Type answer) {
    Map<String, APIResponse> all = responses.getAPIResponses();
    if (all != null) {
      for (var response : all.entrySet()) {
        if (response.getKey().startsWith("2")) {
          return response.getValue();
        }
      }
    }
    APIResponse success = OASFactory.createAPIResponse();
    boolean empty = isEmpty(answer);
    success.setDescription(empty ? "Done" : "What there is now");
    responses.addAPIResponse(empty ? "204" : "200", success);
    return success;
  }

  private static boolean isEmpty(Type answer) {
    return answer == Void.class || answer == void.class;
  }

  private static Schema schemaOf(Type type) {
    if (type instanceof ParameterizedType generic && List.class.equals(generic.getRawType())) {
      return OASFactory.createSchema()
          .addType(SchemaType.ARRAY)
          .items(schemaOf(generic.getActualTypeArguments()[0]));
    }
    if (type instanceof Class<?> found) {
      return OASFactory.createSchema().ref(REFERENCE + ApiTypes.nameOf(found));
    }
    throw new IllegalStateException("Say with an APIResponse what is answered: " + type);
  }
}
