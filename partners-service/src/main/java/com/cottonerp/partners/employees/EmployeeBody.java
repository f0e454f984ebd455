package com.cottonerp.partners.employees;

import com.cottonerp.defaults.validation.PhoneNumbers;
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
    @Pattern(regexp = PhoneNumbers.PATTERN, message = PhoneNumbers.MESSAGE) String phone,
    @Size(max = 100) String designation,
    @NotNull EmployeeRole role) {}
