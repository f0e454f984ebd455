package com.cottonerp.partners.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What may leave this context of a partner's identity: equal values give equal keys.
 *
 * @param hashKeyId with which secret the keys were made: those of different secrets cannot be
 *     compared; null in rows from before it was recorded
 */
@Embeddable
public record IdentityKeys(
    @Column(name = "pan_key") String panKey,
    @Column(name = "tax_id_key") String taxIdKey,
    @Column(name = "phone_key") String phoneKey,
    @Column(name = "email_domain") String emailDomain,
    @Column(name = "hash_key_id") String hashKeyId,
    @Column(name = "bank_key") String bankKey) {}
