package com.cottonerp.partners.employees;

import java.util.Locale;

/** What an employee is for the partner. */
public enum EmployeeRole {
  ADMIN,
  EMPLOYEE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
