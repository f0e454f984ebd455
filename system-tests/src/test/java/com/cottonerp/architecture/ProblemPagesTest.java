package com.cottonerp.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.defaults.problem.Problem;
import com.cottonerp.defaults.problem.ProblemPages;
import com.cottonerp.defaults.problem.ProblemPages.Page;
import com.cottonerp.defaults.problem.ProblemPages.Reason;
import com.cottonerp.defaults.problem.Refusal;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pages of problem types say what the code says: {@code -Dproblems.update=true} makes this test
 * write them.
 */
class ProblemPagesTest {
  private static final Path FOLDER = Modules.ROOT.resolve("docs/problems");
  private static final Set<String> WITH_ERRORS = Set.of("invalid-request", "unknown-parameter");

  /** Who refuses, by the package of the refusal. */
  private static final Map<String, String> CONTEXTS =
      Map.of(
          "com.cottonerp.partners", "partners",
          "com.cottonerp.risk", "risk",
          "com.cottonerp.tradedesk", "trade desk",
          "com.cottonerp.settings", "settings",
          "com.cottonerp.relay", "outbox relay",
          "com.cottonerp.defaults", "every program");

  @Test
  void the_committed_pages_are_those_of_the_code() throws IOException {
    SortedMap<String, String> pages = pages();
    if (Boolean.getBoolean("problems.update")) {
      write(pages);
    }

    assertThat(committed()).isEqualTo(pages);
  }

  @Test
  void every_sentence_of_a_page_is_one() {
    assertThat(catalogue().values().stream().map(Page::reasons).flatMap(Collection::stream))
        .allSatisfy(
            reason -> {
              assertThat(reason.means()).matches("[A-Z].*\\.");
              assertThat(reason.remedy()).matches("[A-Z].*\\.");
            });
  }

  private static SortedMap<String, Page> catalogue() {
    List<Class<?>> refusals =
        Modules.mainClasses().stream()
            .filter(type -> type.isAssignableTo(Refusal.class) && !type.isInterface())
            .<Class<?>>map(JavaClass::reflect)
            .toList();
    assertThat(refusals).hasSizeGreaterThan(100);
    return ProblemPages.of(refusals);
  }

  private static SortedMap<String, String> pages() {
    SortedMap<String, Page> catalogue = catalogue();
    SortedMap<String, String> pages = new TreeMap<>();
    catalogue.values().forEach(page -> pages.put(page.type() + ".md", text(page)));
    pages.put("README.md", index(catalogue.values()));
    return pages;
  }

  private static String index(Collection<Page> pages) {
    return pages.stream()
        .map(
            page ->
                "| [%s](%s.md) | %s | %s |\n"
                    .formatted(
                        page.type(),
                        page.type(),
                        statuses(page.reasons().stream()),
                        contexts(page.reasons())))
        .collect(
            Collectors.joining(
                "",
                "# Problem types\n\n"
                    + "Every refusal is a problem detail (RFC 9457). Its `type` is\n`"
                    + Problem.typeUri("")
                    + "` and the name of one of these pages.\n"
                    + "The pages are written from the code (`-Dproblems.update=true`).\n\n"
                    + "| Type | Status | Said by |\n| --- | --- | --- |\n",
                ""));
  }

  private static String text(Page page) {
    StringBuilder text =
        new StringBuilder("# %s\n\n`%s`\n".formatted(page.title(), Problem.typeUri(page.type())));
    for (Reason reason : page.reasons()) {
      text.append(
          "\n## %s, by %s\n\n%s\n\n**What to do:** %s\n"
              .formatted(
                  statuses(Stream.of(reason)),
                  contexts(List.of(reason)),
                  reason.means(),
                  reason.remedy()));
    }
    text.append("\n## Members\n\n`type`, `title`, `status`, `detail` (for a person), `traceId`");
    text.append(
        WITH_ERRORS.contains(page.type())
            ? "; `errors`: a list of `pointer` (a JSON pointer into the body, or the name of a"
                + " parameter or header after a slash) and `detail`.\n"
            : ".\n");
    if (page.reasons().stream().anyMatch(ProblemPagesTest::isLater)) {
      text.append("\nThe answer has the header `Retry-After`.\n");
    }
    return text.toString();
  }

  private static boolean isLater(Reason reason) {
    return reason.statuses().stream().anyMatch(status -> status == 503 || status == 429)
        || reason.from().getSimpleName().equals("NotYetApplied");
  }

  private static String statuses(Stream<Reason> reasons) {
    return reasons
        .flatMap(reason -> reason.statuses().stream())
        .distinct()
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  private static String contexts(List<Reason> reasons) {
    Set<String> names = new LinkedHashSet<>();
    for (Reason reason : reasons) {
      CONTEXTS.forEach(
          (own, name) -> {
            if (reason.from().getName().startsWith(own + ".")) {
              names.add(name);
            }
          });
    }
    return String.join(", ", names);
  }

  private static SortedMap<String, String> committed() throws IOException {
    SortedMap<String, String> pages = new TreeMap<>();
    if (Files.isDirectory(FOLDER)) {
      try (Stream<Path> files = Files.list(FOLDER)) {
        for (Path file : files.toList()) {
          pages.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return pages;
  }

  private static void write(SortedMap<String, String> pages) throws IOException {
    Files.createDirectories(FOLDER);
    for (String old : committed().keySet()) {
      Files.delete(FOLDER.resolve(old));
    }
    for (var page : pages.entrySet()) {
      Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
    }
  }
}
