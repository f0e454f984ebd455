package com.cottonerp.relay.outbox;

import com.cottonerp.relay.lane.Lane;

/** The broker, or a known limit of the broker, refuses this event. */
public record BrokerRefusal(Lane lane, PendingEvent event, String error) {}
