package com.cottonerp.partners.employees;

import java.util.Locale;

/** Where an employee stands: invited → active ↔ inactive; any of them → deleted. */
public enum EmployeeStatus {
  INVITED,
  ACTIVE,
  INACTIVE,
  DELETED;

  boolean mayBecome(EmployeeStatus next) {
    return switch (this) {
      case INVITED -> next == ACTIVE || next == DELETED;
      case ACTIVE -> next == INACTIVE || next == DELETED;
      case INACTIVE -> next == ACTIVE || next == DELETED;
      case DELETED -> false;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
