package com.cottonerp.defaults.india;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndiaTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          24;24
          GJ;24
          gj;24
          IN-GJ;24
          in gj;24
          Gujarat;24
          GUJARAT ;24
          ગુજરાત;24
          गुजरात;24
          గుజరాత్;24
          ಗುಜರಾತ್;24
          ૨૪;24
          તમિલનાડુ;33
          মহারাষ্ট্র;27
          ಮಹಾರಾಷ್ಟ್ರ;27
          Tamilnadu;33
          Tamil-Nadu;33
          தமிழ்நாடு;33
          Orissa;21
          OR;21
          OD;21
          ଓଡ଼ିଶା;21
          Uttaranchal;05
          UT;05
          UK;05
          Pondicherry;34
          Jammu & Kashmir;01
          J & K;01
          Telengana;36
          TG;36
          TS;36
          Chattisgarh;22
          CT;22
          Andaman & Nicobar Islands;35
          DH;26
          DN;26
          Silvassa;26
          DD;25
          Ladakh;38
          Other Territory;97
          97;97
          Andhra Pradesh;37
          28;28
          महाराष्ट्र;27
          ಕರ್ನಾಟಕ;29
          ＧＪ;24""")
  void a_state_is_found_by_code_and_name_in_any_spelling_and_script(String text, String code) {
    assertThat(IndianStates.find(text)).map(IndianState::gstCode).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ZZ", "00", "45", "50", "99", "", " ", "Bavaria", "Gujar", "2", "024", "🙂"})
  void what_is_no_state_is_none(String text) {
    assertThat(IndianStates.find(text)).isEmpty();
  }

  @Test
  void a_mistyped_name_gets_suggestions() {
    assertThat(IndianStates.suggestions("Gujrt")).contains("Gujarat");
    assertThat(IndianStates.suggestions("Maharasthra")).startsWith("Maharashtra");
    assertThat(IndianStates.suggestions("Zzzzzzzz")).isEmpty();
  }

  @Test
  void there_are_28_states_and_8_union_territories_today() {
    List<IndianState> today = IndianStates.today();
    assertThat(today.stream().filter(state -> state.kind() == IndianState.Kind.STATE)).hasSize(28);
    assertThat(today.stream().filter(state -> state.kind() != IndianState.Kind.STATE))
        .as("with other territory")
        .hasSize(9);
  }

  @Test
  void merged_and_divided_states_are_the_same_territory_as_their_successors() {
    assertThat(state("25").isSameTerritoryAs(state("26"))).isTrue();
    assertThat(state("28").isSameTerritoryAs(state("37"))).isTrue();
    assertThat(state("28").isSameTerritoryAs(state("36"))).isFalse();
    assertThat(state("24").isSameTerritoryAs(state("27"))).isFalse();
  }

  private static IndianState state(String code) {
    return IndianStates.ofGstCode(code).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "360001,24,true", "400001,24,false", "400001,27,true", "560001,29,true", "641001,33,true",
    "110001,07,true", "160017,04,true", "160055,03,true", "744101,35,true", "737101,11,true",
    "605001,34,true", "605001,33,true", "396230,26,true", "396230,24,true", "403001,30,true",
    "500001,36,true", "522001,37,true", "522001,28,true", "194101,38,true", "248001,05,true",
    "248001,09,false", "247001,09,true", "900056,27,true", "700001,19,true", "700001,21,false"
  })
  void a_pin_is_in_the_states_of_its_sorting_district(String pin, String code, boolean in) {
    assertThat(PinCodes.isIn(pin, state(code))).isEqualTo(in);
  }

  @ParameterizedTest
  @CsvSource({"395003,24", "411001,27", "360001,24", "500001,36", "744101,35", "194101,38"})
  void a_pin_tells_its_state_where_it_can_be_in_one_only(String pin, String code) {
    assertThat(PinCodes.onlyStateOf(pin)).map(IndianState::gstCode).contains(code);
    assertThat(PinCodes.onlyStateOf("396230")).isEmpty();
    assertThat(PinCodes.onlyStateOf("900056")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "36000", "ABCDEF", "3600011", "000001", "012345", "290001", "860001", "36 001", "٣٦٠٠٠١"
      })
  void what_the_post_does_not_give_out_is_no_pin(String text) {
    assertThat(PinCodes.isPin(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"27AAPFU0939F1ZV", "29AAGCB7383J1Z4", "24AAACC1206D1ZM", "07AAGFF2194N1Z1"})
  void a_registration_with_its_check_digit_is_one(String gstin) {
    assertThat(Gstin.fault(gstin)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          24AAACA1234F1Z5;check digit 5, which should be G
          27AAPFU0939F1ZW;check digit W, which should be V
          00AAPFU0939F1ZV;begins with 00, which is the GST code of no state
          45AAPFU0939F1ZV;45
          50AAPFU0939F1ZV;50
          99AAPFU0939F1ZV;99
          25AAPFU0939F1ZV;Daman and Diu until 2020-01-25;
          28AAPFU0939F1ZV;37
          27AAPFU0939F0ZV;13th character is not 0
          27AAPXU0939F1ZV;fourth letter, X
          9917IRL29003OSG;OIDAR
          9922JPN29001OSU;OIDAR
          07DELN10357E1DH;TDS
          07DELN10357E1CH;TCS
          0717UNO00211UNF;UIN
          0717USA00032NRC;non-resident
          27aapfu0939f1zv;15 characters
          27AAPFU0939F1Z;15 characters""")
  void what_is_no_registration_of_a_trader_is_refused_with_the_reason(String text, String reason) {
    assertThat(Gstin.fault(text)).hasValueSatisfying(fault -> assertThat(fault).contains(reason));
  }

  @Test
  void one_wrong_character_is_always_found() {
    Random random = new Random(36);
    String right = "27AAPFU0939F1ZV";
    String characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (int round = 0; round < 1_000; round++) {
      StringBuilder wrong = new StringBuilder(right);
      int place = random.nextInt(right.length());
      char other = characters.charAt(random.nextInt(characters.length()));
      if (right.charAt(place) != other) {
        wrong.setCharAt(place, other);
        assertThat(Gstin.fault(wrong.toString())).as(wrong.toString()).isPresent();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AAPFU0939F,true",
    "AAAPX1234F,true",
    "AAAXX1234F,false",
    "AAPFU0939,false",
    "aapfu0939f,false"
  })
  void the_fourth_letter_of_a_pan_says_what_its_holder_is(String pan, boolean right) {
    assertThat(Pan.fault(pan).isEmpty()).isEqualTo(right);
  }
}
