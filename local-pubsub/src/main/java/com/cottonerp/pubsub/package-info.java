/**
 * A Pub/Sub server for one machine, which answers Google's clients as the service does: order of
 * keys, deadlines, retries, dead letters, filters, seeks and exactly-once delivery. What it
 * answered it remembers over restarts. It is for development and tests; no program depends on it.
 *
 * <p>From the outside in: {@link com.cottonerp.pubsub.server} speaks gRPC and REST, {@link
 * com.cottonerp.pubsub.broker} knows topics and subscriptions, {@link com.cottonerp.pubsub.journal}
 * keeps what changed.
 */
package com.cottonerp.pubsub;
