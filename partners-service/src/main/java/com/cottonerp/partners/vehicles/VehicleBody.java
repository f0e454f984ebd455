package com.cottonerp.partners.vehicles;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The body of a new or changed vehicle; its number may have blanks. */
public record VehicleBody(
    @NotNull
        @Pattern(
            regexp = "[A-Z]{2} ?[0-9]{2} ?[A-Z]{1,2} ?[0-9]{4}",
            message = "is such as GJ 03 AB 1234")
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

  public String number() {
    return vehicleNumber.replace(" ", "");
  }
}
