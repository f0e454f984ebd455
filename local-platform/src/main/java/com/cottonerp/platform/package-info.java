/**
 * PostgreSQL and Pub/Sub for one machine, without a container engine.
 *
 * <p>PostgreSQL comes from embedded binaries (or an address you name), the Pub/Sub emulator is
 * Google's own: one that already runs, the one installed with gcloud, or one in a container. Tests
 * and the local runner use the same classes, so what a test proves is what a developer runs.
 */
package com.cottonerp.platform;
