package com.cottonerp.tradedesk.trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.tradedesk.partnerdirectory.Branch;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Section 10(1) of the IGST Act, and to whom a trade is billed. */
class PlaceOfSupplyTest {
  private static final BranchChoice CHOICE = new BranchChoice("COTTON", null);

  private final Branch office = branch("27", true, false, false);

  @Test
  void a_the_buyers_own_godown_is_where_the_movement_ends() {
    assertThat(of(branch("24", false, false, false))).isEqualTo("24");
  }

  @Test
  void b_a_job_worker_takes_the_goods_for_the_registration_that_is_billed() {
    Branch jobWorker = branch("24", false, true, false);

    assertThat(CHOICE.billTo(List.of(jobWorker), null, jobWorker, office)).isEqualTo(office);
    assertThat(of(jobWorker)).isEqualTo("27");
  }

  @Test
  void b_another_registration_of_the_firm_takes_them_for_the_head_office_that_is_billed() {
    Branch head = branch("33", true, false, true);
    Branch branch = branch("24", true, false, false);
    Branch billTo = CHOICE.billTo(List.of(head, branch), null, branch, office);

    assertThat(billTo).isEqualTo(head);
    assertThat(PlaceOfSupply.of(billTo, branch).stateCode()).isEqualTo("33");
  }

  @Test
  void a_a_registration_that_is_billed_takes_them_itself() {
    assertThat(of(branch("24", true, false, false))).isEqualTo("24");
  }

  @Test
  void ca_a_buyer_who_is_not_registered_has_its_address_on_the_record() {
    Branch home = branch("33", false, false, false);
    Branch godown = branch("24", false, false, false);

    assertThat(PlaceOfSupply.of(home, godown).stateCode()).isEqualTo("33");
  }

  @Test
  void who_is_registered_is_not_billed_at_a_place_that_is_not() {
    Branch godown = branch("27", false, false, true);

    assertThatThrownBy(() -> CHOICE.billTo(List.of(godown), godown.id(), godown, office))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal().type()).isEqualTo("branch-not-registered"));
    assertThat(CHOICE.billTo(List.of(godown), null, godown, office)).isEqualTo(office);
  }

  private String of(Branch shipTo) {
    return PlaceOfSupply.of(CHOICE.billTo(List.of(shipTo), null, shipTo, office), shipTo)
        .stateCode();
  }

  private static Branch branch(
      String state, boolean registered, boolean thirdParty, boolean headOffice) {
    return new Branch(
        UUID.randomUUID(),
        "Place",
        null,
        "City",
        null,
        state,
        "360001",
        "IN",
        true,
        true,
        true,
        true,
        headOffice,
        null,
        List.of(),
        registered,
        thirdParty,
        false);
  }
}
