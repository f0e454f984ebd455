package com.cottonerp.defaults.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * One change of one thing.
 *
 * @param kind such as {@code BusinessPartner}
 * @param subject the thing that changed
 * @param owner the thing that the subject is a part of; the subject itself when it is no part
 * @param change created, changed or deleted
 * @param actor the user's id, {@code job:…}, {@code event:…} with the event's id, or {@code
 *     database:…} with the role of somebody who came past the programs
 * @param actorName what the token called the user; null of whatever is no user
 * @param actingFor the partner for which the user acted; null for none
 * @param operation method and path of the request, or the type of the event
 * @param address from where the request came
 * @param reason what the request gave as its reason
 * @param before the values before, as fields; personal data and identifiers are masked
 * @param after the values after; null of what was deleted
 */
public record AuditEntry(
    UUID id,
    Instant at,
    String kind,
    UUID subject,
    UUID owner,
    String change,
    String actor,
    String actorName,
    UUID actingFor,
    String operation,
    String address,
    String reason,
    String traceId,
    JsonNode before,
    JsonNode after) {}
