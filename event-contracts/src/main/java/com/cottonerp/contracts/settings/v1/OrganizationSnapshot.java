package com.cottonerp.contracts.settings.v1;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The full published state of one of our own legal entities; its identifiers are masked. */
public record OrganizationSnapshot(
    UUID organizationId,
    String name,
    String legalName,
    String currency,
    List<GstRegistration> gstRegistrations,
    List<BankAccount> bankAccounts,
    List<FinancialYear> financialYears,
    boolean active) {

  /** A registration in one state; the GSTIN shows its state and its end only. */
  public record GstRegistration(
      UUID registrationId, String gstinMasked, String stateCode, boolean primary, boolean active) {}

  /** An account of which the last four digits are published. */
  public record BankAccount(
      UUID accountId, String bankName, String ifsc, String lastFour, boolean isDefault) {}

  /** A book year. */
  public record FinancialYear(
      UUID yearId, String name, LocalDate startsOn, LocalDate endsOn, boolean active) {}
}
