package com.cottonerp.contracts.trade.v1;

import jakarta.annotation.Nullable;
import java.util.UUID;

/**
 * An address as it was when the trade was made.
 *
 * @param line null when the branch told none, and so is the state
 * @param stateCode of the GST; null of a branch without a GSTIN
 * @param postalCode null of a branch that was published before postal codes were
 */
public record FrozenAddress(
    UUID locationId,
    String name,
    @Nullable String line,
    String city,
    @Nullable String state,
    @Nullable String stateCode,
    @Nullable String postalCode,
    String country) {}
