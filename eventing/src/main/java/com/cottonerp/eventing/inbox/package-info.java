/**
 * The subscriber side; its twin is {@code com.cottonerp.eventing.outbox}.
 *
 * <h2>The way of a message</h2>
 *
 * Pub/Sub → {@code PubSubConnector} → {@code Worker} (what came while the last batch was handled is
 * the next one) → {@link com.cottonerp.eventing.inbox.Inbox} → {@code InboxTransaction}: one
 * transaction for all messages of a batch and all projections of the service. The cursors advance
 * and the read models change, or nothing does. Then the messages are acknowledged. A message that
 * moves aggregates has a transaction of its own.
 *
 * <h2>What a number means to a cursor at {@code last}</h2>
 *
 * <pre>
 *   last + 1            applied
 *   up to last          the same event: a duplicate, counted; another event: a conflict, kept aside
 *   later than that     a gap: parked, and what is missing is asked for
 * </pre>
 *
 * A cursor remembers the ids of the last {@code RecentIds.REMEMBERED} events. What was parked while
 * the cursor passed its number is judged by them at the next look at what is parked ({@code
 * OvertakenMessages}), whether or not a later message comes.
 *
 * <h2>What each failure does</h2>
 *
 * <table>
 * <caption>Failures</caption>
 * <tr><td>a message of a batch cannot be applied</td><td>the batch is rolled back, and each of its messages has a
 *     transaction of its own for each projection ({@code SingleEvents})</td></tr>
 * <tr><td>it cannot be applied alone</td><td>retried here, then parked with its error and tried again after
 *     minutes, hours and days; its aggregate waits, all others go on. Of one kind of failure one stack trace a minute
 *     is logged ({@code StackTraces})</td></tr>
 * <tr><td>its data cannot be read</td><td>parked at once, as above; the error says where in the data, and not what
 *     is there ({@code UnreadableDataException})</td></tr>
 * <tr><td>it cannot even be parked</td><td>kept as bytes in {@code inbox_unreadable}</td></tr>
 * <tr><td>it takes too long</td><td>cancelled after {@code inbox.apply-timeout}, then as above</td></tr>
 * <tr><td>too many are parked</td><td>acknowledged and not kept; asked for again ({@code inbox_gap})</td></tr>
 * <tr><td>the database is down</td><td>messages are held until a trivial write works ({@code DatabasePatience});
 *     nothing else is waited for without a bound</td></tr>
 * <tr><td>a message is lost on its way</td><td>{@code Verification} compares what the relay says was published with
 *     the cursors; what is missing becomes a gap</td></tr>
 * <tr><td>the outbox has not got it any more</td><td>the gap is unfillable: shown, alerted, skipped by an operator</td></tr>
 * <tr><td>the program crashes anywhere</td><td>the messages come again; what was committed is a duplicate</td></tr>
 * </table>
 *
 * Messages are never nacked: later ones of the key would overtake.
 *
 * <h2>What lies beside this package</h2>
 *
 * {@code com.cottonerp.eventing.readmodels} fills, empties and verifies what projections write. The
 * lists and commands of operators are endpoints of the services. Both use this package; this
 * package uses neither.
 */
package com.cottonerp.eventing.inbox;
