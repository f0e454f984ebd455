package com.cottonerp.runner;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import java.util.UUID;

/**
 * A user that a developer can act as: {@code ./run token --as NAME}.
 *
 * @param does the user's work, in a few words
 * @param partnerId the partner that the user acts for; null for an internal user
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Persona(String name, String user, String does, Set<String> permissions, UUID partnerId) {}
