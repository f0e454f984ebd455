/**
 * A small SmallRye Reactive Messaging connector for Pub/Sub subscriptions with message ordering.
 *
 * <p>WHY our own: the published connector cannot keep the order of keys, limit what is in flight or
 * hold on to a message while it is being handled. Messages come over a stream ({@link
 * com.cottonerp.eventing.pubsub.StreamingPull}); from Google's emulator, which goes on assigning
 * messages to streams that are gone, by asking again and again ({@link
 * com.cottonerp.eventing.pubsub.UnaryPull}, {@code PUBSUB_UNARY_PULL=true}).
 *
 * <h2>What each failure does</h2>
 *
 * <table>
 * <caption>Failures</caption>
 * <tr><td>the broker does not answer, or a connection is half open</td><td>noticed after 15 s at the latest
 *     (keepalive); a new stream is opened on a new connection, with pauses of 1.5 s at most, until one stays open
 *     for 3 s. Readiness stays UP and says so; an alert fires after a minute</td></tr>
 * <tr><td>the broker ends a stream that was open for a while</td><td>nothing of note: the next one is opened at
 *     once</td></tr>
 * <tr><td>the subscription is gone</td><td>created again where that is the program's job; else as above</td></tr>
 * <tr><td>an acknowledgement fails</td><td>tried again a few times, with exactly-once delivery those alone that may
 *     still be taken; then the message comes again, a duplicate</td></tr>
 * <tr><td>a message comes again while it is in hand</td><td>it is not handed out twice; the newer delivery is
 *     acknowledged</td></tr>
 * <tr><td>handlers are slow</td><td>the broker sends no more while 500 messages or 32 MiB are in hand; their
 *     deadlines are extended for up to an hour each</td></tr>
 * <tr><td>the program is killed</td><td>what it had in hand comes to another replica when its deadline is over
 *     ({@code PUBSUB_ACK_DEADLINE}, 20 s), and so does what follows in the order of the key</td></tr>
 * <tr><td>stop</td><td>the stream is cancelled; what is in hand is finished and acknowledged for up to 5 s; the rest
 *     expires. Nothing is given back: that would count as a failed delivery of the whole key</td></tr>
 * </table>
 */
package com.cottonerp.eventing.pubsub;
