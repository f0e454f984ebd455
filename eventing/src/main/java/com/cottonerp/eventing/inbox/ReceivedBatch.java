package com.cottonerp.eventing.inbox;

import java.util.List;

/**
 * Messages that arrived while the ones before them were handled, in the order of their keys; at
 * least one. They are acknowledged together.
 */
public record ReceivedBatch(List<ReceivedMessage> messages) {}
