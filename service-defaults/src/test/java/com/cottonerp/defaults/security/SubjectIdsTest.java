package com.cottonerp.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectIdsTest {
  private static final String ISSUER = "https://login.example";

  @Test
  void a_user_has_one_id_wherever_it_is_worked_out() {
    assertThat(SubjectIds.of(ISSUER, "248289761001"))
        .hasToString("5149fa23-ab26-82bd-a466-afe0a1ca6a04");
  }

  @Test
  void the_same_subject_of_another_issuer_is_somebody_else() {
    assertThat(SubjectIds.of(ISSUER, "1"))
        .isNotEqualTo(SubjectIds.of("https://other.example", "1"));
    assertThat(SubjectIds.of("https://a", "bc")).isNotEqualTo(SubjectIds.of("https://ab", "c"));
  }

  @Test
  void an_id_tells_neither_issuer_nor_subject() {
    String id = SubjectIds.of(ISSUER, "meera@acme.example").toString();

    assertThat(SubjectIds.isId(id)).isTrue();
    assertThat(id).doesNotContain("meera", "acme");
    assertThat(SubjectIds.of(ISSUER, "x").version()).isEqualTo(8);
  }

  @Test
  void the_name_of_a_user_is_no_id() {
    assertThat(SubjectIds.isId("meera@acme.example")).isFalse();
    assertThat(SubjectIds.isId("")).isFalse();
    assertThat(SubjectIds.isId("9f3c1b52-7a0e-4d7b-8a53-1c2d3e4f5a6b"))
        .as("a subject that an earlier version stored")
        .isFalse();
  }
}
