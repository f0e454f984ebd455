package com.cottonerp.partners.employees;

import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/** Why an employee is not invited or changed. */
sealed interface EmployeeRefusal extends Refusal {
  record EmployeeLimitReached(int limit) implements EmployeeRefusal {
    @Override
    public String detail() {
      return "%d people may act for the partner, and all of them do".formatted(limit);
    }
  }

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

  record EmployeeWithoutSubject(UUID employeeId) implements EmployeeRefusal {
    @Override
    public String detail() {
      return "Nobody said under which subject employee %s comes in; give it as subject, before a removal with a deactivation"
          .formatted(employeeId);
    }
  }

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

  record EmployeeStatusStays(EmployeeStatus current, EmployeeStatus wanted)
      implements EmployeeRefusal {
    @Override
    public String detail() {
      return "The employee is %s and cannot become %s".formatted(current, wanted);
    }
  }
}
