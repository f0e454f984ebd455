package com.cottonerp.partners.applicant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Where a partner is paid. */
@Embeddable
public record BankAccount(
    @NotBlank @Size(max = 200) @Column(name = "bank_account_name") String accountName,
    @NotBlank @Size(max = 200) @Column(name = "bank_name") String bankName,
    @NotNull
        @Pattern(regexp = "[A-Z0-9]{5,34}", message = "has 5 to 34 digits or capital letters")
        @Column(name = "bank_account_number")
        String accountNumber,
    @NotNull
        @Pattern(regexp = "[A-Z0-9]{6,50}", message = "has 6 to 50 digits or capital letters")
        @Column(name = "bank_routing_code")
        String routingCode) {}
