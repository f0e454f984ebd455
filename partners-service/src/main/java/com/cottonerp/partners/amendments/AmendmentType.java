package com.cottonerp.partners.amendments;

import com.cottonerp.partners.documenttypes.DocumentType;
import java.util.Locale;

/** What is to be changed, and who decides. */
public enum AmendmentType {
  ADD_LOCATION(false),
  CHANGE_BANK(true),
  UPDATE_GST(false),
  INCREASE_CREDIT_LIMIT(false),
  ADD_EMPLOYEE(false),
  UPDATE_CONTACT(false),
  UPDATE_ADDRESS(true),
  ADD_VEHICLE(false);

  private final boolean directors;

  AmendmentType(boolean directors) {
    this.directors = directors;
  }

  boolean isProvedBy(DocumentType document) {
    return switch (this) {
      case CHANGE_BANK -> document.provesBankAccount();
      case UPDATE_GST -> document.provesTaxId();
      case UPDATE_ADDRESS, ADD_LOCATION -> document == DocumentType.ADDRESS_PROOF;
      case INCREASE_CREDIT_LIMIT, ADD_EMPLOYEE, UPDATE_CONTACT, ADD_VEHICLE -> false;
    };
  }

  boolean isDirectors() {
    return directors;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
