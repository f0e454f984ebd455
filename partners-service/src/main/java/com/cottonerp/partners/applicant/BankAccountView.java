package com.cottonerp.partners.applicant;

import com.cottonerp.partners.identity.Identifier;

/** A bank account as the API shows it. */
public record BankAccountView(
    String accountName, String bankName, Identifier accountNumber, String routingCode) {
  /** Null stays null. */
  public static BankAccountView of(BankAccount bank) {
    return bank == null
        ? null
        : new BankAccountView(
            bank.accountName(),
            bank.bankName(),
            Identifier.of(bank.accountNumber()),
            bank.routingCode());
  }
}
