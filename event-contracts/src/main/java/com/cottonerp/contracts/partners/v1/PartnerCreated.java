package com.cottonerp.contracts.partners.v1;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** An approved application became a partner; the full published state. */
public record PartnerCreated(@JsonUnwrapped PartnerSnapshot partner)
    implements PartnerIdentityEvent {}
