package com.cottonerp.partners.employees;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Who an employee is at the identity provider.
 *
 * @param subject the claim sub of their tokens; only an opaque id that follows from it is stored
 */
public record SubjectBody(@NotBlank @Size(max = 255) String subject) {}
