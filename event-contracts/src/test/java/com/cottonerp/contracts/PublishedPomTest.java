package com.cottonerp.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Who depends on the contracts gets a POM that stands alone and says what it is. */
class PublishedPomTest {
  private static final Path POM = Path.of("target/published-pom.xml");

  private Element project;

  @BeforeEach
  void read() throws Exception {
    project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(POM.toFile())
            .getDocumentElement();
  }

  @Test
  void it_is_a_release_that_needs_no_other_pom_of_ours() throws Exception {
    assertThat(text("version")).isEqualTo("1.0.0");
    assertThat(children(project, "parent")).isEmpty();
    assertThat(Files.readString(POM)).doesNotContain("SNAPSHOT", "${");
  }

  @Test
  void it_says_what_it_is_and_who_keeps_it() {
    for (String name : List.of("name", "description", "url")) {
      assertThat(text(name)).as(name).isNotBlank();
    }
    assertThat(children(children(project, "developers").get(0), "developer")).isNotEmpty();
    assertThat(children(children(project, "scm").get(0), "url")).isNotEmpty();
  }

  @Test
  void a_subscriber_gets_the_annotations_of_jackson_and_nothing_else() {
    List<Element> dependencies = children(children(project, "dependencies").get(0), "dependency");

    assertThat(dependencies)
        .filteredOn(dependency -> children(dependency, "optional").isEmpty())
        .extracting(dependency -> children(dependency, "artifactId").get(0).getTextContent())
        .containsExactly("jackson-annotations");
    assertThat(dependencies).allSatisfy(one -> assertThat(children(one, "version")).hasSize(1));
  }

  private String text(String name) {
    return children(project, name).get(0).getTextContent().strip();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }
}
