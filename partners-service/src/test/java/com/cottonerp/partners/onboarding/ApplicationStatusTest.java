package com.cottonerp.partners.onboarding;

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
import com.cottonerp.partners.identity.IdentityKeys;
import com.cottonerp.partners.onboarding.OnboardingApplication.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApplicationStatusTest {
  private static final Instant NOW = Instant.parse("2028-02-29T12:00:00Z");
  private static final Decision DECISION = new Decision("manager", NOW, "because");
  private static final Applicant APPLICANT =
      new Applicant(
          EntityClass.BUSINESS_ENTITY,
          null,
          BusinessEntityType.PARTNERSHIP,
          "Acme",
          null,
          "IN",
          null,
          TaxIdType.GST,
          "24AABFA1234F1Z9",
          "AABFA1234F",
          null,
          "INR",
          false,
          false,
          new BankAccount("Acme", "HDFC Bank", "501000123456", "HDFC0001234"),
          new Address(null, "Rajkot", "Gujarat", "360001", "IN", null, null),
          new Contact("A", "a@acme.example", "+91 98765 43210"));
  private static final IdentityKeys KEYS = new IdentityKeys("p", "t", "h", null, "k", null);

  /** What can be done with an application, and where it leads. */
  private enum Step {
    EDIT(application -> application.edit(APPLICANT, KEYS, "an-editor"), null),
    SUBMIT(ApplicationStatusTest::submit, ApplicationStatus.PENDING_APPROVAL),
    APPROVE(
        application -> application.approve(new UUID(3, 3), DECISION), ApplicationStatus.APPROVED),
    REJECT(application -> application.reject(DECISION), ApplicationStatus.REJECTED),
    REQUEST_INFO(
        application -> application.requestInformation(DECISION), ApplicationStatus.INFO_REQUESTED);

    private final Consumer<OnboardingApplication> action;
    private final ApplicationStatus to;

    Step(Consumer<OnboardingApplication> action, ApplicationStatus to) {
      this.action = action;
      this.to = to;
    }
  }

  private static final Map<ApplicationStatus, Set<Step>> LISTED =
      Map.of(
          ApplicationStatus.PENDING, Set.of(Step.EDIT, Step.SUBMIT),
          ApplicationStatus.INFO_REQUESTED, Set.of(Step.EDIT, Step.SUBMIT),
          ApplicationStatus.PENDING_APPROVAL, Set.of(Step.APPROVE, Step.REJECT, Step.REQUEST_INFO),
          ApplicationStatus.APPROVED, Set.of(),
          ApplicationStatus.REJECTED, Set.of());

  private static void submit(OnboardingApplication application) {
    application.submit(
        OnboardingScore.of(
            new OnboardingScore.Facts(
                null,
                BusinessEntityType.PARTNERSHIP,
                true,
                false,
                false,
                null,
                GstCompliance.UNKNOWN),
            LocalDate.of(2028, 2, 29)),
        false,
        NOW,
        "asha");
  }

  private static OnboardingApplication in(ApplicationStatus status) {
    OnboardingApplication application =
        OnboardingApplication.start(new UUID(1, 1), "asha", APPLICANT, KEYS, NOW);
    if (status != ApplicationStatus.PENDING) {
      submit(application);
    }
    switch (status) {
      case PENDING, PENDING_APPROVAL -> {}
      case INFO_REQUESTED -> Step.REQUEST_INFO.action.accept(application);
      case APPROVED -> Step.APPROVE.action.accept(application);
      case REJECTED -> Step.REJECT.action.accept(application);
    }
    return application;
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void exactly_the_listed_transitions_are_accepted_and_a_refused_one_changes_nothing(Step step) {
    for (ApplicationStatus from : ApplicationStatus.values()) {
      OnboardingApplication application = in(from);
      int raised = application.raisedEvents().size();
      if (LISTED.get(from).contains(step)) {
        step.action.accept(application);
        assertThat(application.status()).isEqualTo(step.to == null ? from : step.to);
      } else {
        assertThatThrownBy(() -> step.action.accept(application))
            .as("%s when %s", step, from)
            .isInstanceOf(RefusedException.class);
        assertThat(application.status()).isEqualTo(from);
        assertThat(application.raisedEvents()).hasSize(raised);
      }
    }
  }
}
