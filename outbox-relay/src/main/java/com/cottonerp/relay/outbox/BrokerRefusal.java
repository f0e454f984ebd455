package com.cottonerp.relay.outbox;

import com.cottonerp.relay.lane.Lane;

/** The broker (or a limit of it that we know) does not take this one event. */
public record BrokerRefusal(Lane lane, PendingEvent event, String error) {}
