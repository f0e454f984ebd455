package com.cottonerp.defaults.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * The method behind an operation, what clients call the operation, and who may call it. The
 * framework leaves the class and the method in the operationId; this class puts the name there.
 *
 * <p>A name is the method's, then the noun of the resource: {@code LocationResource.add} is {@code
 * addLocation}, {@code list} is {@code listLocations}.
 */
final class Operations {
  private static final DotName ROLES =
      DotName.createSimple("jakarta.annotation.security.RolesAllowed");

  private final IndexView index;

  Operations(IndexView index) {
    this.index = index;
  }

  /** The method, by the operationId as the framework wrote it. */
  Optional<MethodInfo> method(Operation operation) {
    String id = operation.getOperationId();
    int split = id == null ? -1 : id.lastIndexOf('_');
    if (split < 0) {
      return Optional.empty();
    }
    ClassInfo type = index.getClassByName(DotName.createSimple(id.substring(0, split)));
    String name = id.substring(split + 1);
    return type == null
        ? Optional.empty()
        : type.methods().stream()
            .filter(method -> method.name().equals(name) && isEndpoint(method))
            .findFirst();
  }

  private static boolean isEndpoint(MethodInfo method) {
    return method.annotations().stream()
        .anyMatch(annotation -> annotation.name().toString().startsWith("jakarta.ws.rs."));
  }

  /** The name that generated clients give the operation; unique in its document. */
  static String nameOf(MethodInfo method) {
    String verb = method.name();
    String noun = method.declaringClass().simpleName().replaceAll("Resource$", "");
    if (verb.toLowerCase(Locale.ROOT).endsWith(noun.toLowerCase(Locale.ROOT))
        || verb.matches(".*[a-z][A-Z].*")) {
      return verb;
    }
    return verb + (verb.equals("list") ? plural(noun) : noun);
  }

  private static String plural(String noun) {
    if (noun.endsWith("s")) {
      return noun;
    }
    return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
  }

  /** One of these permissions is needed; empty: every caller with a token. */
  static List<String> permissions(MethodInfo method) {
    AnnotationInstance roles = method.annotation(ROLES);
    if (roles == null || roles.target().kind() != AnnotationTarget.Kind.METHOD) {
      roles = method.declaringClass().declaredAnnotation(ROLES);
    }
    return roles == null ? List.of() : List.of(roles.value().asStringArray());
  }
}
