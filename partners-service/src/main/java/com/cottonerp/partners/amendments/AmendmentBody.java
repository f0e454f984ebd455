package com.cottonerp.partners.amendments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Asks for a change. */
public record AmendmentBody(
    @NotNull AmendmentType type,
    @NotBlank @Size(max = 2000) String reason,
    @NotNull @Valid Proposal proposed) {}
