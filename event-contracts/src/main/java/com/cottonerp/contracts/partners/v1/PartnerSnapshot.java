package com.cottonerp.contracts.partners.v1;

import com.cottonerp.contracts.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The full published state of a partner. Keys are keyed hashes: equal values give equal keys and
 * nothing else.
 *
 * @param hashKeyId under which secret the keys were made; keys of different ones cannot be
 *     compared. Null in events from before 2026-12
 * @param city of the registered address, like addressLine and postalCode; null in events from
 *     before 2026-12
 * @param agriculturist whether it grows what it sells, and needs no registration for GST; null in
 *     events from before 2026-12
 * @param bankKey of the account on which the partner is paid; null in events from before 2026-12
 */
public record PartnerSnapshot(
    UUID partnerId,
    String code,
    String legalName,
    String tradeName,
    String entityClass,
    String serviceProviderType,
    String country,
    String state,
    String stateCode,
    String panKey,
    String taxIdKey,
    String phoneKey,
    String emailDomain,
    UUID masterPartnerId,
    UUID corporateGroupId,
    Capabilities capabilities,
    String status,
    String kycStatus,
    LocalDate kycExpiresOn,
    Money creditLimit,
    int paymentTermsDays,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal rating,
    String hashKeyId,
    String bankKey,
    String addressLine,
    String city,
    String postalCode,
    Boolean agriculturist) {}
