package com.cottonerp.partners.applicant;

import com.cottonerp.defaults.validation.PhoneNumbers;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The person to talk to. Never leaves this context but to the parties of a trade. */
@Embeddable
public record Contact(
    @NotBlank @Size(max = 200) @Column(name = "contact_name") String name,
    @NotNull @Email @Size(max = 254) @Column(name = "contact_email") String email,
    @NotNull
        @Pattern(regexp = PhoneNumbers.PATTERN, message = PhoneNumbers.MESSAGE)
        @Column(name = "contact_phone")
        String phone) {}
