package com.cottonerp.defaults.inbox;

import java.time.Instant;

/**
 * A message that is no event, without its data.
 *
 * @param bytes the size of its data
 */
public record UnreadableView(
    String subscription, String messageId, String error, Instant receivedAt, long bytes) {}
