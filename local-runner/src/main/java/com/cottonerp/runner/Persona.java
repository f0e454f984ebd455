package com.cottonerp.runner;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import java.util.UUID;

/**
 * A user that a developer may be for a while: {@code ./run token --as NAME}.
 *
 * @param does what the user is there for, in a few words
 * @param partnerId the partner that the user acts for; null for a user of ours
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Persona(String name, String user, String does, Set<String> permissions, UUID partnerId) {}
