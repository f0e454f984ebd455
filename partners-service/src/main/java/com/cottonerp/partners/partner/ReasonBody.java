package com.cottonerp.partners.partner;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why something is done. */
public record ReasonBody(@NotBlank @Size(max = 2000) String reason) {}
