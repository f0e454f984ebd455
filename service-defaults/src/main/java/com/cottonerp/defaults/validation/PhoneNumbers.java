package com.cottonerp.defaults.validation;

/**
 * How people write phone numbers: digits with spaces, brackets and hyphens; seven digits at least.
 */
public final class PhoneNumbers {
  /** Signs alone are no number. */
  public static final String PATTERN = "(?=(?:[^0-9]*[0-9]){7})\\+?[0-9 ()-]{7,20}";

  public static final String MESSAGE =
      "is a phone number with at least 7 digits, of at most 20 characters";

  private PhoneNumbers() {}
}
