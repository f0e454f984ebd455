package com.cottonerp.partners.partner;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How many people may act for a partner. */
public record EmployeeLimitBody(@NotNull @Min(0) @Max(1000) Integer maxEmployees) {}
