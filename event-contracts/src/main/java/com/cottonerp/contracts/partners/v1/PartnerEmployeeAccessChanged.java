package com.cottonerp.contracts.partners.v1;

import java.util.UUID;

/**
 * A user may act for a partner from now on, or may no more.
 *
 * @param userId the opaque id of the user, which follows from issuer and subject of their tokens
 * @param allowed whether they may
 */
public record PartnerEmployeeAccessChanged(
    UUID partnerId, UUID employeeId, String userId, boolean allowed) implements PartnerEvent {}
