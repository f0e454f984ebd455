package com.cottonerp.contracts.partners.v1;

import com.cottonerp.contracts.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The partner may trade within its limits; follows PartnerCreated in the same transaction.
 *
 * @param approvedBy the id of the user, which tells no name; in events from before 2026-12 the name
 */
public record PartnerApproved(
    UUID partnerId,
    UUID applicationId,
    String approvedBy,
    Instant approvedAt,
    Money creditLimit,
    int paymentTermsDays,
    LocalDate kycExpiresOn)
    implements PartnerIdentityEvent {}
