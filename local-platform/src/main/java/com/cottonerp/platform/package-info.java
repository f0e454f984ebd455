/**
 * PostgreSQL and Pub/Sub for one machine, without a container engine.
 *
 * <p>PostgreSQL comes from embedded binaries, or is a server at a given address. Pub/Sub is the
 * server of {@code local-pubsub} in its own process, or with {@code -Dpubsub=google} Google's
 * emulator: a running emulator, an emulator installed with gcloud, or a container. Tests and the
 * local runner use the same classes, so a test runs what a developer runs.
 */
package com.cottonerp.platform;
