package com.cottonerp.partners.locations;

import com.cottonerp.partners.onboarding.Address;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The body of a new or changed place. */
public record LocationBody(
    @NotNull LocationType type,
    @NotBlank @Size(max = 200) String name,
    @Pattern(
            regexp = "[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][A-Z0-9]Z[A-Z0-9]",
            message = "is a GSTIN of 15 characters")
        String gstin,
    @NotNull @Valid Address address,
    Boolean canShip,
    Boolean canReceive,
    boolean defaultShipTo,
    boolean defaultShipFrom) {
  boolean ships() {
    return canShip == null ? type != LocationType.SHIP_TO && type != LocationType.BILL_TO : canShip;
  }

  boolean receives() {
    return canReceive == null ? type != LocationType.BILL_TO : canReceive;
  }
}
