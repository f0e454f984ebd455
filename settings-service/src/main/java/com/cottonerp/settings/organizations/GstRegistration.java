package com.cottonerp.settings.organizations;

import com.cottonerp.defaults.validation.GstinNumber;
import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A registration for GST in one state; the first two digits of the GSTIN name the state.
 *
 * @param primary whether this is the registration when none is named; exactly one active
 *     registration is
 */
public record GstRegistration(
    UUID id,
    String gstin,
    @Nullable String legalName,
    @Nullable String address,
    @Nullable String branchCode,
    boolean primary,
    boolean active) {

  /** The body of a new or changed registration; the GSTIN of an existing one stays. */
  @Schema(name = "GstRegistrationBody")
  public record Body(
      @NotNull @GstinNumber @Schema(pattern = "[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][A-Z0-9]Z[A-Z0-9]")
          String gstin,
      @Size(max = 255) String legalName,
      @Size(max = 500) String address,
      @Size(max = 20) String branchCode,
      boolean primary,
      Boolean active) {

    GstRegistration as(UUID id) {
      return new GstRegistration(
          id, gstin, legalName, address, branchCode, primary, !Boolean.FALSE.equals(active));
    }
  }

  String stateCode() {
    return gstin.substring(0, 2);
  }

  String panNumber() {
    return gstin.substring(2, 12);
  }

  /** The state and the last three characters; the rest is masked. */
  String masked() {
    return stateCode() + "*".repeat(10) + gstin.substring(12);
  }

  GstRegistration withPrimary(boolean value) {
    return new GstRegistration(id, gstin, legalName, address, branchCode, value, active);
  }
}
