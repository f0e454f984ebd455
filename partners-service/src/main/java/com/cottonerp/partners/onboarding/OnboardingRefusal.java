package com.cottonerp.partners.onboarding;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import com.cottonerp.partners.documenttypes.DocumentType;
import java.util.List;
import java.util.UUID;

/** Why onboarding says no. */
sealed interface OnboardingRefusal extends Refusal {
  @Explained(
      means = "The application was handed in and cannot be edited.",
      remedy = "Read the application; a decision may return it.")
  record ApplicationNotOpen(UUID id, ApplicationStatus current) implements OnboardingRefusal {
    @Override
    public String detail() {
      return "Application %s is %s; it can be changed or submitted while it is pending or information is requested"
          .formatted(id, current);
    }
  }

  @Explained(
      means = "Only an application that was handed in can be decided.",
      remedy = "Submit the application first.")
  record ApplicationNotSubmitted(UUID id, ApplicationStatus current) implements OnboardingRefusal {
    @Override
    public String detail() {
      return "Application %s is %s; it has to be submitted before it is decided"
          .formatted(id, current);
    }
  }

  @Explained(means = "Somebody has decided the application.", remedy = "Read the application.")
  record ApplicationAlreadyDecided(UUID id, ApplicationStatus current)
      implements OnboardingRefusal {
    @Override
    public String detail() {
      return "Application %s is already %s".formatted(id, current);
    }
  }

  @Explained(
      means = "An application of this kind is decided by a director.",
      remedy = "Let a director decide.")
  record DirectorRequired(UUID id) implements OnboardingRefusal {
    @Override
    public int status() {
      return FORBIDDEN;
    }

    @Override
    public String detail() {
      return "A director decides on application " + id;
    }
  }

  @Explained(
      means = "Documents that an approval needs are missing or not verified.",
      remedy = "Hand in the named documents and have them reviewed.")
  record DocumentsNotVerified(List<DocumentType> missing) implements OnboardingRefusal {
    @Override
    public String detail() {
      return "These documents are not verified: " + missing;
    }
  }

  @Explained(
      means = "A company with this tax id, PAN or phone is a partner already.",
      remedy = "Use that partner; detail says what is the same.")
  record AlreadyRegistered(String what) implements OnboardingRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "A partner with this %s is registered already".formatted(what);
    }
  }

  @Explained(
      means = "The application was started by somebody else.",
      remedy = "Nothing; only its applicant and internal users see it.")
  record NotYourApplication(UUID id) implements OnboardingRefusal {
    @Override
    public int status() {
      return FORBIDDEN;
    }

    @Override
    public String detail() {
      return "Application %s is somebody else's".formatted(id);
    }
  }
}
