package com.cottonerp.defaults.foureyes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContributorsTest {
  @ParameterizedTest
  @EnumSource(Part.class)
  void whoever_had_a_part_in_a_thing_does_not_decide_on_it(Part part) {
    Contributors contributors = Contributors.to("application").with(part, "a");

    assertThatThrownBy(() -> contributors.mustNotDecide(Set.of("a")))
        .hasMessageContaining("somebody else decides");
    assertThatCode(() -> contributors.mustNotDecide(Set.of("b"))).doesNotThrowAnyException();
  }

  @Test
  void a_decision_may_be_closed_to_some_parts_only() {
    Contributors contributors =
        Contributors.to("application").with(Part.UPLOADED, "a").with(Part.VERIFIED, "b");

    assertThatThrownBy(() -> contributors.mustNotDecide(Set.of("a"), Part.MADE, Part.UPLOADED))
        .hasMessage("You uploaded a document of this application; somebody else decides on it");
    assertThatCode(() -> contributors.mustNotDecide(Set.of("b"), Part.MADE, Part.UPLOADED))
        .doesNotThrowAnyException();
  }

  @Test
  void somebody_is_known_by_the_name_of_earlier_versions_too() {
    Contributors contributors = Contributors.to("offer").with(Part.MADE, "meera");

    assertThatThrownBy(() -> contributors.mustNotDecide(Set.of("an-id", "meera"))).isNotNull();
  }

  @Test
  void what_nobody_knows_closes_nothing() {
    Contributors contributors =
        Contributors.to("offer")
            .with(Part.UPLOADED, (String) null)
            .with(Part.CHANGED, Editors.of(null).users());

    assertThatCode(() -> contributors.mustNotDecide(Set.of("a"))).doesNotThrowAnyException();
  }

  @Test
  void an_editor_is_noted_once() {
    assertThat(Editors.NOBODY.and("a").and("b").and("a").users()).isEqualTo(List.of("a", "b"));
  }
}
