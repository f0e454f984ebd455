package com.cottonerp.partners.locations;

import com.cottonerp.partners.applicant.Address;
import com.cottonerp.partners.identity.Identifier;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A place as the API shows it.
 *
 * @param gstin null without one, such as of every ship_to
 * @param code the partner's own name of the branch; null without one
 * @param gstinVerified whether a registry said that the GSTIN is the partner's
 * @param capacity in quintals, as stock and freeCapacity; null, as freeCapacity, when it is not
 *     known, which limits nothing
 * @param commodityCodes null takes everything
 * @param geocodeConfidence 0 to 1; above 0.90 the coordinates count as verified
 */
public record LocationView(
    UUID id,
    LocationType type,
    String name,
    @Nullable Identifier gstin,
    Address address,
    @Schema(description = "0 to 1; above 0.90 the coordinates count as verified")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal geocodeConfidence,
    boolean canShip,
    boolean canReceive,
    boolean defaultShipTo,
    boolean defaultShipFrom,
    @Nullable String code,
    boolean headOffice,
    boolean gstinVerified,
    @Nullable
        @Schema(description = "In quintals; null when it is not known")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal capacity,
    @Schema(description = "In quintals") @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal stock,
    @Nullable
        @Schema(description = "In quintals; null when the capacity is not known")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal freeCapacity,
    @Nullable @Schema(description = "Null takes everything") List<String> commodityCodes,
    @Schema(description = "A unit in a special economic zone") boolean sez) {}
