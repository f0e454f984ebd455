/**
 * A small SmallRye Reactive Messaging connector for Pub/Sub subscriptions with message ordering.
 *
 * <p>WHY our own: the published connector cannot keep the order of keys, limit what is in flight or
 * hold on to a message while it is being handled. Unary pull, because the emulator keeps assigning
 * messages to streams that are gone; streaming pull is a matter of {@link
 * com.cottonerp.eventing.pubsub.PullLoop} alone.
 *
 * <h2>What each failure does</h2>
 *
 * <table>
 * <caption>Failures</caption>
 * <tr><td>the broker does not answer, or a connection is half open</td><td>noticed after 15 s at the latest
 *     (keepalive); a new connection and a question that must be answered within 3 s, with pauses of 1.5 s at most,
 *     until it is. Readiness stays UP and says so; an alert fires after a minute</td></tr>
 * <tr><td>a pull waits and nothing comes</td><td>the next one is such a question: silence is no proof of life</td></tr>
 * <tr><td>the subscription is gone</td><td>created again where that is the program's job; else as above</td></tr>
 * <tr><td>an acknowledgement fails</td><td>tried again a few times; then the message comes again, a duplicate</td></tr>
 * <tr><td>handlers are slow</td><td>no pull while 500 messages or 32 MiB are in hand; their deadlines are extended</td></tr>
 * <tr><td>stop</td><td>no further pull; what is in hand is finished and acknowledged for up to 5 s; the rest, and what
 *     the last pull brings, expires. Nothing is given back: that would count as a failed delivery of the whole key</td></tr>
 * </table>
 */
package com.cottonerp.eventing.pubsub;
