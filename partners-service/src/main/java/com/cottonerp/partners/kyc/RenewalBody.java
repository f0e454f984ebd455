package com.cottonerp.partners.kyc;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Asks for a renewal. */
public record RenewalBody(@NotNull RenewalType type, @Size(max = 2000) String notes) {}
