package com.cottonerp.partners.onboarding;

import com.cottonerp.defaults.problem.Refusal;
import com.cottonerp.partners.documenttypes.DocumentType;
import java.util.List;
import java.util.UUID;

/** Why onboarding says no. */
sealed interface OnboardingRefusal extends Refusal {
  record ApplicationNotOpen(UUID id, ApplicationStatus current) implements OnboardingRefusal {
    @Override
    public String detail() {
      return "Application %s is %s; it can be changed or submitted while it is pending or information is requested"
          .formatted(id, current);
    }
  }

  record ApplicationNotSubmitted(UUID id, ApplicationStatus current) implements OnboardingRefusal {
    @Override
    public String detail() {
      return "Application %s is %s; it has to be submitted before it is decided"
          .formatted(id, current);
    }
  }

  record ApplicationAlreadyDecided(UUID id, ApplicationStatus current)
      implements OnboardingRefusal {
    @Override
    public String detail() {
      return "Application %s is already %s".formatted(id, current);
    }
  }

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

  record DocumentsNotVerified(List<DocumentType> missing) implements OnboardingRefusal {
    @Override
    public String detail() {
      return "These documents are not verified: " + missing;
    }
  }

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
