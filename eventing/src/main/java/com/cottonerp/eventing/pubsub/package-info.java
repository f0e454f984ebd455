/**
 * A small SmallRye Reactive Messaging connector for Pub/Sub subscriptions with message ordering.
 *
 * <p>WHY our own: the published connector cannot keep the order of keys, limit what is in flight or
 * hold on to a message while it is being handled. Unary pull, because the emulator keeps assigning
 * messages to streams that are gone; streaming pull is a matter of {@link
 * com.cottonerp.eventing.pubsub.PullLoop} alone.
 */
package com.cottonerp.eventing.pubsub;
