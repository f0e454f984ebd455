package com.cottonerp.partners.employees;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The body of an invitation.
 *
 * @param email at a domain of a company, not of a free mail provider
 */
public record EmployeeBody(
    @NotBlank @Size(max = 200) String name,
    @NotNull @Email @Size(max = 254) String email,
    @Pattern(regexp = "\\+?[0-9 ()-]{7,20}", message = "is a phone number of 7 to 20 digits")
        String phone,
    @Size(max = 100) String designation,
    @NotNull EmployeeRole role) {}
