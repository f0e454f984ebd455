package com.cottonerp.relay.publishing;

import java.util.Optional;

/**
 * How the broker looks from one source.
 *
 * @param outage it does not answer; retried by itself, no event is to blame
 * @param pauseReason it answers, but not as configured: topic, permission, project
 */
public record BrokerState(boolean outage, Optional<String> pauseReason) {
  public static final BrokerState WORKING = new BrokerState(false, Optional.empty());
}
