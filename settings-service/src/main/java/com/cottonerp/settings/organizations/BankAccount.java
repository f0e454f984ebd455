package com.cottonerp.settings.organizations;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A bank account that receives payments.
 *
 * @param isDefault whether this is the account for payments without a named account; exactly one
 *     account of an organization is
 */
public record BankAccount(
    UUID id,
    String holder,
    String bankName,
    String accountNumber,
    String ifsc,
    @Nullable String branch,
    boolean isDefault) {

  /** The body of a new or changed account. */
  @Schema(name = "BankAccountBody")
  public record Body(
      @NotBlank @Size(max = 200) String holder,
      @NotBlank @Size(max = 200) String bankName,
      @NotNull
          @Pattern(regexp = "[A-Z0-9]{5,64}", message = "has 5 to 64 digits or capital letters")
          String accountNumber,
      @NotNull
          @Pattern(
              regexp = "[A-Z]{4}0[A-Z0-9]{6}",
              message = "is an IFSC: 4 letters, 0, 6 letters or digits")
          String ifsc,
      @Size(max = 200) String branch,
      boolean isDefault) {

    BankAccount as(UUID id) {
      return new BankAccount(id, holder, bankName, accountNumber, ifsc, branch, isDefault);
    }
  }

  String lastFour() {
    return accountNumber.substring(accountNumber.length() - 4);
  }

  BankAccount withDefault(boolean value) {
    return new BankAccount(id, holder, bankName, accountNumber, ifsc, branch, value);
  }
}
