/**
 * The subscriber side; its twin is {@code com.cottonerp.eventing.outbox}.
 *
 * <p>The way of a message: Pub/Sub → {@code PubSubConnector} (one message of an ordering key at a
 * time) → {@code Inbox.receive} → for each projection one transaction: the cursor advances and the
 * read model changes, or neither → ack.
 *
 * <p>What each sequence number means to a cursor at {@code last}: up to {@code last} is a duplicate
 * (acknowledged, counted, nothing else); {@code last + 1} is applied; anything later is a gap: the
 * message is parked, and a replay of the missing range is requested from the relay. A message that
 * cannot be applied is retried here, then parked with its error; its aggregate waits, all others go
 * on. Messages are never nacked: later ones of the key would overtake. Parked messages are applied
 * in order as soon as the one before them is there.
 */
package com.cottonerp.eventing.inbox;
