package com.cottonerp.settings.organizations;

import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/** Why an organization or a part of it is not created or changed, or no number is issued. */
sealed interface OrganizationRefusal extends Refusal {
  record OrganizationNameTaken(String name) implements OrganizationRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "Another organization has the name " + name;
    }
  }

  record GstinTaken(UUID organizationId) implements OrganizationRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "The GSTIN is registered for organization " + organizationId;
    }
  }

  record OrganizationInactive(UUID id) implements OrganizationRefusal {
    @Override
    public String detail() {
      return "The organization is not active";
    }
  }

  record OrganizationActive(UUID id) implements OrganizationRefusal {
    @Override
    public String detail() {
      return "The organization is active";
    }
  }

  record PrimaryRegistration(UUID registrationId) implements OrganizationRefusal {
    @Override
    public String detail() {
      return "It is the primary registration; make another one primary first";
    }
  }

  record DefaultBankAccount(UUID accountId) implements OrganizationRefusal {
    @Override
    public String detail() {
      return "It is the default account; make another one the default first";
    }
  }

  record FinancialYearsOverlap(String other) implements OrganizationRefusal {
    @Override
    public String detail() {
      return "It overlaps the year " + other;
    }
  }

  record FinancialYearInUse(String name) implements OrganizationRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "Documents are numbered in the year " + name;
    }
  }

  record SeriesExists(String documentType, String year) implements OrganizationRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "%s has a series in the year %s".formatted(documentType, year);
    }
  }

  record NoActiveYear(UUID organizationId) implements OrganizationRefusal {
    @Override
    public int status() {
      return NOT_FOUND;
    }

    @Override
    public String detail() {
      return "No financial year of the organization is active";
    }
  }

  record NoActiveSeries(String documentType, String year) implements OrganizationRefusal {
    @Override
    public int status() {
      return NOT_FOUND;
    }

    @Override
    public String detail() {
      return "%s has no active series in the year %s".formatted(documentType, year);
    }
  }
}
