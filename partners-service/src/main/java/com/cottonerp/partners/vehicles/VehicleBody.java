package com.cottonerp.partners.vehicles;

import com.cottonerp.defaults.problem.InvalidField;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a new or changed vehicle; its number may have blanks. */
public record VehicleBody(
    @NotNull
        @Size(min = 4, max = 20)
        @Schema(
            description =
                "Of a state or of the Bharat series: GJ 03 AB 1234, DL 3C AB 1234, 22 BH 1234 AA")
        String vehicleNumber,
    @NotBlank @Size(max = 50) String type,
    @NotBlank @Size(max = 200) String owner,
    @Size(max = 100) String makerModel,
    @NotNull
        @Positive
        @Digits(integer = 6, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal capacityTons,
    @PastOrPresent LocalDate registeredOn,
    LocalDate insuranceValidTo,
    LocalDate fitnessValidTo,
    @Size(max = 50) String permitType) {

  /** Without blanks. Refuses with 422 what is no registration mark. */
  public String number() {
    return VehicleNumbers.normalised(vehicleNumber)
        .orElseThrow(
            () ->
                new InvalidField(
                        "/vehicleNumber",
                        "is a registration mark of a state or of the Bharat series, such as GJ 03 AB"
                            + " 1234 or 22 BH 1234 AA")
                    .refused());
  }
}
