package com.cottonerp.settings.organizations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;

/** An organization in the API. */
public record OrganizationView(
    UUID id,
    @JsonUnwrapped OrganizationBody details,
    List<GstRegistration> gstRegistrations,
    List<BankAccount> bankAccounts,
    List<FinancialYear> financialYears,
    boolean active) {}
