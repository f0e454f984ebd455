package com.cottonerp.relay.publishing;

import java.util.Optional;

/**
 * The state of the broker, as one source sees the broker.
 *
 * @param outage the broker does not answer; the relay retries, and no event is at fault
 * @param pauseReason the broker answers, but topic, permission or project is wrong
 */
public record BrokerState(boolean outage, Optional<String> pauseReason) {
  public static final BrokerState WORKING = new BrokerState(false, Optional.empty());
}
