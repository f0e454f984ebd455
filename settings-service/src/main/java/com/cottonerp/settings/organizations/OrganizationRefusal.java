package com.cottonerp.settings.organizations;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.time.LocalDate;
import java.util.UUID;

/** Why an organization or a part of it is not created or changed, or no number is issued. */
sealed interface OrganizationRefusal extends Refusal {
  @Explained(means = "Another organization has the name.", remedy = "Choose another name.")
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

  @Explained(
      means = "The GSTIN is registered for another organization.",
      remedy = "Check the GSTIN.")
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

  @Explained(
      means = "The organization was deactivated.",
      remedy = "Reactivate the organization first.")
  record OrganizationInactive(UUID id) implements OrganizationRefusal {
    @Override
    public String detail() {
      return "The organization is not active";
    }
  }

  @Explained(means = "The organization is active already.", remedy = "Nothing.")
  record OrganizationActive(UUID id) implements OrganizationRefusal {
    @Override
    public String detail() {
      return "The organization is active";
    }
  }

  @Explained(
      means = "The registration is the primary one of the organization, and stays.",
      remedy = "Make another registration the primary one first.")
  record PrimaryRegistration(UUID registrationId) implements OrganizationRefusal {
    @Override
    public String detail() {
      return "It is the primary registration; make another one primary first";
    }
  }

  @Explained(
      means = "The account is the default of the organization, and stays.",
      remedy = "Make another account the default first.")
  record DefaultBankAccount(UUID accountId) implements OrganizationRefusal {
    @Override
    public String detail() {
      return "It is the default account; make another one the default first";
    }
  }

  @Explained(
      means = "The year overlaps another financial year of the organization.",
      remedy = "Correct the dates.")
  record FinancialYearsOverlap(String other) implements OrganizationRefusal {
    @Override
    public String detail() {
      return "It overlaps the year " + other;
    }
  }

  @Explained(means = "Documents are numbered in the year, so it stays.", remedy = "Nothing.")
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

  @Explained(means = "The kind of document has a series in that year.", remedy = "Use that series.")
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

  @Explained(
      means = "The financial year of the document is not active.",
      remedy = "Activate the financial year first.")
  record NoActiveYear(String year) implements OrganizationRefusal {
    @Override
    public int status() {
      return NOT_FOUND;
    }

    @Override
    public String detail() {
      return "The financial year %s is not active".formatted(year);
    }
  }

  @Explained(
      means = "The date of the document is in no financial year of the organization.",
      remedy = "Add the financial year, or correct the date of the document.")
  record NoYearOfDay(LocalDate day) implements OrganizationRefusal {
    @Override
    public int status() {
      return NOT_FOUND;
    }

    @Override
    public String detail() {
      return "No financial year of the organization has the day " + day;
    }
  }

  @Explained(
      means =
          "The financial year is over, and the last day for numbers of its documents has passed.",
      remedy =
          "Date the document in the current year; or let the year give numbers longer"
              + " (numberedUntil).")
  record FinancialYearOver(String year, LocalDate until) implements OrganizationRefusal {
    @Override
    public String detail() {
      return "The financial year %s gave numbers until %s".formatted(year, until);
    }
  }

  @Explained(
      means =
          "The prefix is, or was, that of another series of the year: two documents would get the same"
              + " number.",
      remedy = "Choose another prefix.")
  record PrefixTaken(String prefix, String documentType) implements OrganizationRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "%s is the prefix of %s in this year".formatted(prefix, documentType);
    }
  }

  @Explained(
      means =
          "The next number of the series is none that a document may have: sixteen characters of A-Z,"
              + " a-z, 0-9, / and - at most.",
      remedy = "Give the series another prefix.")
  record SeriesAtItsEnd(String number) implements OrganizationRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "%s is no number of at most 16 letters, digits, / and -".formatted(number);
    }
  }

  @Explained(
      means = "The kind of document has no active series in the year.",
      remedy = "Add a series first.")
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
