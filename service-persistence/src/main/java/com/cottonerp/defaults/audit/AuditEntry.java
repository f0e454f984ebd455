package com.cottonerp.defaults.audit;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One change of one thing.
 *
 * @param kind such as {@code BusinessPartner}
 * @param subject the thing that changed
 * @param owner the thing that the subject is a part of; the subject itself when it is no part
 * @param change created, changed or deleted; commanded is what an operator told a program to do
 * @param actor the user's id, {@code job:…}, {@code event:…} with the event's id, or {@code
 *     database:…} with the role of somebody who came past the programs
 * @param actorName what the token called the user; null of whatever is no user
 * @param actingFor the partner for which the user acted; null for none
 * @param operation method and path of the request, or the type of the event; null, as address,
 *     reason and traceId, where there is none
 * @param address from where the request came
 * @param reason what the request gave as its reason
 * @param before the values before, as fields; personal data and identifiers are masked; null of
 *     what was created or commanded
 * @param after the values after; null of what was deleted
 */
public record AuditEntry(
    UUID id,
    Instant at,
    String kind,
    UUID subject,
    UUID owner,
    @Schema(enumeration = {"created", "changed", "deleted", "commanded"}) String change,
    String actor,
    @Nullable String actorName,
    @Nullable UUID actingFor,
    @Nullable String operation,
    @Nullable String address,
    @Nullable String reason,
    @Nullable String traceId,
    @Nullable JsonNode before,
    @Nullable JsonNode after) {}
