package com.cottonerp.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.defaults.security.Permission;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code SECURITY.md} says which permission opens which endpoint; it is written from the code
 * ({@code -Dsecurity.update=true}) and compared with it.
 */
class PermissionsMatrixTest {
  private static final java.nio.file.Path FILE = Modules.ROOT.resolve("SECURITY.md");
  private static final String BEGIN = "<!-- permissions: begin -->\n";
  private static final String END = "<!-- permissions: end -->";
  private static final List<Class<? extends Annotation>> METHODS =
      List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);
  private static final Map<String, String> EVERYWHERE =
      Map.of(
          "com.cottonerp.eventing", "every service",
          "com.cottonerp.defaults", "every service",
          "com.cottonerp.relay", "outbox-relay");

  private record Endpoint(String program, String path, String method, Set<String> permissions) {
    String row() {
      return "| %s | `%s %s` | %s |"
          .formatted(
              program,
              method,
              path,
              permissions.stream()
                  .map(permission -> "`" + permission + "`")
                  .collect(Collectors.joining(" or ")));
    }
  }

  @Test
  void SECURITY_md_says_which_permission_opens_which_endpoint() throws IOException {
    String text = Files.readString(FILE);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    if (Boolean.getBoolean("security.update")) {
      Files.writeString(FILE, text.substring(0, begin) + matrix() + text.substring(end));
      return;
    }

    assertThat(text.substring(begin, end)).isEqualTo(matrix());
  }

  @Test
  void every_endpoint_needs_a_permission_that_is_known_and_every_permission_opens_something() {
    assertThat(endpoints()).filteredOn(endpoint -> endpoint.permissions().isEmpty()).isEmpty();
    Set<String> asked =
        endpoints().stream()
            .flatMap(endpoint -> endpoint.permissions().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    // Asked for by the header On-Behalf-Of, at whatever endpoint.
    asked.add(Permission.TRADE_ON_BEHALF);

    assertThat(known()).containsAll(asked);
    assertThat(asked).containsAll(Permission.INTERNAL_ONLY);
  }

  private static String matrix() {
    Map<String, Set<String>> opens = new TreeMap<>();
    endpoints()
        .forEach(
            endpoint ->
                endpoint
                    .permissions()
                    .forEach(
                        permission ->
                            opens
                                .computeIfAbsent(permission, name -> new TreeSet<>())
                                .add(endpoint.program())));
    return Stream.of(
            Stream.of("", "| Permission | Opens something in | For |", "|---|---|---|"),
            opens.entrySet().stream()
                .map(
                    entry ->
                        "| `%s` | %s | %s |"
                            .formatted(
                                entry.getKey(),
                                String.join(", ", entry.getValue()),
                                holders(entry.getKey()))),
            Stream.of("", "| Program | Endpoint | Needs |", "|---|---|---|"),
            endpoints().stream().map(Endpoint::row),
            Stream.of("", ""))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  private static String holders(String permission) {
    if (Permission.INTERNAL_ONLY.contains(permission)) {
      return "internal users only";
    }
    return Permission.SERVICE_ACCOUNTS_ONLY.contains(permission)
        ? "service accounts"
        : "everybody, each their own";
  }

  private static List<Endpoint> endpoints() {
    return Modules.mainClasses().stream()
        .filter(type -> type.isAnnotatedWith(Path.class))
        .flatMap(type -> type.getMethods().stream())
        .flatMap(method -> METHODS.stream().flatMap(verb -> endpoint(method, verb)))
        .sorted(
            java.util.Comparator.comparing(Endpoint::program)
                .thenComparing(Endpoint::path)
                .thenComparing(Endpoint::method))
        .toList();
  }

  private static Stream<Endpoint> endpoint(JavaMethod method, Class<? extends Annotation> verb) {
    if (!method.isAnnotatedWith(verb)) {
      return Stream.empty();
    }
    JavaClass resource = method.getOwner();
    String path = path(resource) + path(method);
    return Stream.of(
        new Endpoint(
            program(resource),
            path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path,
            verb.getSimpleName(),
            permissions(method).isEmpty() ? permissions(resource) : permissions(method)));
  }

  private static String path(HasAnnotations<?> annotated) {
    String path =
        annotated.isAnnotatedWith(Path.class)
            ? annotated.getAnnotationOfType(Path.class).value()
            : "";
    return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
  }

  private static Set<String> permissions(HasAnnotations<?> annotated) {
    return annotated.isAnnotatedWith(RolesAllowed.class)
        ? new TreeSet<>(Arrays.asList(annotated.getAnnotationOfType(RolesAllowed.class).value()))
        : Set.of();
  }

  private static String program(JavaClass resource) {
    return Stream.concat(
            Modules.SERVICES.entrySet().stream(),
            EVERYWHERE.entrySet().stream()
                .map(entry -> Map.entry(entry.getValue(), entry.getKey())))
        .filter(entry -> resource.getPackageName().startsWith(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> known() {
    return Arrays.stream(Permission.class.getFields())
        .filter(field -> field.getType() == String.class)
        .map(PermissionsMatrixTest::value)
        .collect(Collectors.toSet());
  }

  private static String value(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
