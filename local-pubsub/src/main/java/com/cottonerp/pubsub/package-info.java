/**
 * A Pub/Sub server for one machine that answers Google's clients as the service does: order per
 * key, deadlines, retries, dead letters, filters, seeks and exactly-once delivery. The server keeps
 * answered changes over restarts. For development and tests; no program depends on this module.
 *
 * <p>From the outside in: {@link com.cottonerp.pubsub.server} speaks gRPC and REST, {@link
 * com.cottonerp.pubsub.broker} holds topics and subscriptions, {@link com.cottonerp.pubsub.journal}
 * stores the changes.
 */
package com.cottonerp.pubsub;
