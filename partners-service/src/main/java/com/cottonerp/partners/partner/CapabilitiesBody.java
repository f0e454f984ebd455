package com.cottonerp.partners.partner;

import com.cottonerp.contracts.partners.v1.Capabilities;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What a partner may do by decision of a person, and why. */
public record CapabilitiesBody(
    @NotNull Capabilities capabilities, @NotBlank @Size(max = 2000) String reason) {}
