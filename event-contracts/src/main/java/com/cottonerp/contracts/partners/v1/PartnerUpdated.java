package com.cottonerp.contracts.partners.v1;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** Identity, contact, tax or trade facts changed; the full state after the change. */
public record PartnerUpdated(@JsonUnwrapped PartnerSnapshot partner, List<String> changedFields)
    implements PartnerIdentityEvent {}
