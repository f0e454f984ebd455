package com.cottonerp.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.partners.applicant.Address;
import com.cottonerp.partners.applicant.Applicant;
import com.cottonerp.partners.applicant.BankAccount;
import com.cottonerp.partners.applicant.BusinessEntityType;
import com.cottonerp.partners.applicant.Contact;
import com.cottonerp.partners.applicant.EntityClass;
import com.cottonerp.partners.applicant.TaxIdType;
import com.cottonerp.partners.capabilities.CapabilityDetection;
import com.cottonerp.partners.identity.IdentityKeys;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartnerStatusTest {
  private static final LocalDate APPROVED_ON = LocalDate.of(2027, 3, 1);

  /** What can happen to a partner, and from where. */
  private enum Step {
    SUSPEND(partner -> partner.suspend("overdue"), PartnerStatus.APPROVED),
    REACTIVATE(partner -> partner.reactivate("paid", APPROVED_ON), PartnerStatus.SUSPENDED),
    DEACTIVATE(partner -> partner.deactivate("closed"), PartnerStatus.APPROVED);

    private final Consumer<BusinessPartner> change;
    private final PartnerStatus from;

    Step(Consumer<BusinessPartner> change, PartnerStatus from) {
      this.change = change;
      this.from = from;
    }
  }

  private static BusinessPartner approvedOn(LocalDate day) {
    Applicant applicant =
        new Applicant(
            EntityClass.BUSINESS_ENTITY,
            null,
            BusinessEntityType.PRIVATE_LIMITED,
            "Acme",
            null,
            "IN",
            null,
            TaxIdType.GST,
            "24AABCA1234F1ZF",
            "AABCA1234F",
            null,
            "INR",
            false,
            false,
            new BankAccount("Acme", "HDFC Bank", "501000123456", "HDFC0001234"),
            new Address(null, "Rajkot", "Gujarat", "360001", "IN", null, null),
            new Contact("A", "a@acme.example", "+91 98765 43210"));
    return BusinessPartner.approve(
        new UUID(1, 1),
        "BP-IND-TRD-0001",
        new BusinessPartner.Origin(
            new UUID(2, 2),
            applicant,
            new IdentityKeys("p", "t", "h", null, "k", null),
            CapabilityDetection.detect(CapabilityDetection.Holder.INDIAN, Set.of())),
        new BusinessPartner.Approval("manager", at(day), BigDecimal.ZERO, 0));
  }

  private static Instant at(LocalDate day) {
    return day.atTime(23, 59).atZone(ZoneId.of("Asia/Kolkata")).toInstant();
  }

  private static BusinessPartner in(PartnerStatus status) {
    BusinessPartner partner = approvedOn(APPROVED_ON);
    switch (status) {
      case APPROVED -> {}
      case SUSPENDED -> partner.suspend("overdue");
      case INACTIVE -> partner.deactivate("closed");
    }
    return partner;
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void exactly_the_listed_transitions_are_accepted_and_a_refused_one_raises_no_event(Step step) {
    for (PartnerStatus from : PartnerStatus.values()) {
      BusinessPartner partner = in(from);
      int raised = partner.raisedEvents().size();
      if (from == step.from) {
        step.change.accept(partner);
        assertThat(partner.raisedEvents()).hasSize(raised + 1);
      } else {
        assertThatThrownBy(() -> step.change.accept(partner)).isInstanceOf(RefusedException.class);
        assertThat(partner.raisedEvents()).hasSize(raised);
      }
    }
  }

  @Test
  void kyc_is_valid_for_365_days_whatever_the_year_and_its_last_day_counts() {
    for (LocalDate day = LocalDate.of(2023, 1, 1); day.getYear() < 2033; day = day.plusDays(1)) {
      BusinessPartner partner = approvedOn(day);
      LocalDate last = partner.kycExpiresOn();
      assertThat(ChronoUnit.DAYS.between(day, last)).isEqualTo(365);
      assertThat(partner.kycExpires(last)).isFalse();
      assertThat(partner.kycExpires(last.plusDays(1))).isTrue();
    }
    assertThat(approvedOn(LocalDate.of(2027, 3, 1)).kycExpiresOn())
        .isEqualTo(LocalDate.of(2028, 2, 29));
  }

  @Test
  void a_suspension_is_lifted_on_the_last_valid_day_and_not_on_the_next() {
    BusinessPartner partner = in(PartnerStatus.SUSPENDED);
    LocalDate last = partner.kycExpiresOn();

    assertThatThrownBy(() -> partner.reactivate("late", last.plusDays(1)))
        .isInstanceOf(RefusedException.class);
    partner.reactivate("in time", last);
  }
}
