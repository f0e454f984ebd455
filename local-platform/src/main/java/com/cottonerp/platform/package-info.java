/**
 * PostgreSQL and Pub/Sub for one machine, without a container engine.
 *
 * <p>PostgreSQL comes from embedded binaries (or an address you name). Pub/Sub is the server of
 * {@code local-pubsub} in a process of its own; with {@code -Dpubsub=google} it is Google's
 * emulator: one that already runs, the one installed with gcloud, or one in a container. Tests and
 * the local runner use the same classes, so what a test proves is what a developer runs.
 */
package com.cottonerp.platform;
