package com.cottonerp.settings.commodities;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A variety of a commodity, such as Shankar-6. */
public record Variety(
    @Size(max = 30) String code, @NotBlank @Size(max = 100) String name, boolean standard) {}
