package com.cottonerp.partners.employees;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/** Why an employee is not invited or changed. */
sealed interface EmployeeRefusal extends Refusal {
  @Explained(
      means = "As many people act for the partner as may.",
      remedy = "Deactivate an employee first.")
  record EmployeeLimitReached(int limit) implements EmployeeRefusal {
    @Override
    public String detail() {
      return "%d people may act for the partner, and all of them do".formatted(limit);
    }
  }

  @Explained(
      means = "The partner has an employee with this e-mail address.",
      remedy = "Change that employee, or use another address.")
  record EmployeeKnown(UUID employeeId) implements EmployeeRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "Employee %s has this e-mail address".formatted(employeeId);
    }
  }

  @Explained(
      means = "An employee becomes active only with the subject of the identity provider.",
      remedy = "Set the subject of the employee first.")
  record EmployeeWithoutSubject(UUID employeeId) implements EmployeeRefusal {
    @Override
    public String detail() {
      return "Nobody said under which subject employee %s comes in; give it as subject, before a removal with a deactivation"
          .formatted(employeeId);
    }
  }

  @Explained(
      means = "The employee comes in under another subject already.",
      remedy = "Deactivate the employee and add a new one if the person has changed.")
  record OtherSubject(UUID employeeId) implements EmployeeRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "Employee %s comes in under another subject".formatted(employeeId);
    }
  }

  @Explained(
      means = "Another employee of the partner has this subject.",
      remedy = "Use that employee, or check the subject.")
  record UserKnown(UUID employeeId) implements EmployeeRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "Employee %s has this subject".formatted(employeeId);
    }
  }

  @Explained(
      means = "An employee cannot move from the current status to the wanted one.",
      remedy = "Read the employee and choose a status that follows.")
  record EmployeeStatusStays(EmployeeStatus current, EmployeeStatus wanted)
      implements EmployeeRefusal {
    @Override
    public String detail() {
      return "The employee is %s and cannot become %s".formatted(current, wanted);
    }
  }
}
