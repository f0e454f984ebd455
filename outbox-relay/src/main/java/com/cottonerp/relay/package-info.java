/**
 * Moves events from the outboxes to Pub/Sub: every committed event at least once, and the first
 * arrivals of an aggregate's events in the order of their sequence.
 *
 * <h2>The way of one event</h2>
 *
 * A service inserts a row into {@code outbox_event}; a trigger puts its id into {@code
 * outbox_pending}. {@link com.cottonerp.relay.source.RelayLoop} sees the doorbell change ({@link
 * com.cottonerp.relay.outbox.PendingEvents#ring}), fetches the next events of its lanes, and hands
 * them to {@link com.cottonerp.relay.publishing.PublishQueue}, which sends one request per ordering
 * key. The acknowledgement comes back as a {@link com.cottonerp.relay.outbox.Settlement}: the id
 * leaves {@code outbox_pending} and a receipt is written. The event's row is never touched.
 *
 * <h2>The life of one lane</h2>
 *
 * <pre>
 *              acquire: epoch + 1                 fetch: rows found
 *    FREE ──────────────────────────▶ READY ───────────────────────────▶ WORKING
 *     ▲                                │ ▲                                  │
 *     │                        surplus │ └──── all its events settled ──────┤
 *     │                        or stop ▼                                    │ surplus or stop
 *     ├───────── release ────────── DRAINING ◀──────────────────────────────┘
 *     │                                       (no fetch; requests in flight are settled; of an abandoned
 *     │                                        lane (stop, no way to the broker) nothing more is sent)
 *     └──── lease expired, or another owner's epoch: LOST (what was not sent is forgotten)
 * </pre>
 *
 * A tenure is a {@link com.cottonerp.relay.lane.Lane} object; {@link
 * com.cottonerp.relay.lane.OwnedLanes} creates and ends it, and {@link
 * com.cottonerp.relay.lane.LaneLeases} writes it to the database. A lane with events in memory is
 * not fetched again, so at most one request per ordering key is in flight.
 *
 * <h2>Timing</h2>
 *
 * <pre>
 *    renew + statement timeout + margin &lt; ttl          5 s + 4 s + 1 s &lt; 15 s, checked at start
 *    trusted until = (monotonic time before the renewal was sent) + ttl − margin
 * </pre>
 *
 * Leases are compared by the database's clock only. This replica's clock measures durations only,
 * and starts before the database's clock, so this replica stops trusting a lease before the
 * database gives the lease away. No request starts after that. Take-over after a crash: at most ttl
 * plus one survey (250 ms). The broker may execute a request after the lease ended, as far as we
 * see by at most the request's deadline; that is harmless, see below.
 *
 * <p>After a fetch that found all events, later events of the next 20 ms are fetched together.
 * After a long silence the relay finds an event up to 50 ms late. See {@link
 * com.cottonerp.relay.source.FetchPace}.
 *
 * <h2>Why the order always holds</h2>
 *
 * An owner sends an event only together with, or after the acknowledgement of, all earlier events
 * of its aggregate. {@link com.cottonerp.relay.source.Turnstile} checks for each fetched event that
 * the event before is published ({@code outbox_head}) or goes along. The start of a fetch and the
 * marks decide only which events are looked at. So the first arrival of an event follows the first
 * arrival of the event before, even when different replicas sent the two. Zombies, lost answers and
 * late execution only repeat sent events; subscribers drop repeats by their sequence.
 *
 * <h2>What each failure does</h2>
 *
 * <table>
 * <caption>Failures</caption>
 * <tr><td>request fails, transient</td><td>the same events again, for ever, with jittered back-off of two seconds
 *     at most; after three failures in a row the source is in an outage: one request probes, every 5 s at least,
 *     and the first answer releases all</td></tr>
 * <tr><td>hot ordering key</td><td>RESOURCE_EXHAUSTED of one key or two: that key waits, and goes on in smaller
 *     requests; other keys go on as before</td></tr>
 * <tr><td>quota</td><td>RESOURCE_EXHAUSTED of several keys within a second: fewer requests at a time while the
 *     quota is exhausted, more after each success</td></tr>
 * <tr><td>topic or permission</td><td>the source pauses, readiness is DOWN with the reason, one request probes every 5 s;
 *     no event is failed</td></tr>
 * <tr><td>broker out of reach for one replica</td><td>after {@code yield-after} (10 s) without the broker, while another
 *     replica publishes, the replica yields its lanes, is not ready, and counts in no share; the replica asks the
 *     broker without publishing, and takes its share again when the broker agrees. While no replica publishes, no
 *     lane moves</td></tr>
 * <tr><td>an event is refused</td><td>halved out of its batch; retried {@code max-attempts} times; then FAILED. Its
 *     aggregate waits, the rest of the lane goes on</td></tr>
 * <tr><td>every event is refused</td><td>after five different aggregates in a row without a success the source pauses;
 *     no attempt is counted and no event failed; one event after the other probes, first each key at once, then one
 *     every 5 s; the first success opens</td></tr>
 * <tr><td>replica crashes</td><td>its lanes are taken over; what was in flight may arrive twice</td></tr>
 * <tr><td>replica is stopped</td><td>lanes are released as they fall idle; nothing arrives twice</td></tr>
 * <tr><td>replica hangs</td><td>its lanes are taken over; late acknowledgements are still recorded (facts), late
 *     refusals are not (fenced by epoch)</td></tr>
 * <tr><td>database is lost</td><td>all leases are distrusted at once; acknowledgements wait in memory; the replica
 *     takes its lanes back with a new epoch after the reconnect</td></tr>
 * <tr><td>settling fails</td><td>as above: the next session settles the events, or the next owner publishes them again</td></tr>
 * <tr><td>slow commit</td><td>the bell rang before the commit: a follow-up fetch finds the event, or at the latest the
 *     fallback fetch (500 ms); half a minute when the commit took more than a second and the queue is full of dead
 *     rows</td></tr>
 * <tr><td>a fetch reaches its timeout</td><td>the next fetch is smaller and looks at less; no lease is lost</td></tr>
 * <tr><td>an event fails or waits for its time</td><td>the events behind are marked when fetched, and skipped from then
 *     on; settling the event releases the events behind</td></tr>
 * <tr><td>a measurement fails</td><td>the figures stay old, and {@code outbox_measurements_failed} rises</td></tr>
 * <tr><td>anything else that keeps an event</td><td>the first event of a lane stays: {@code outbox_stalled_lanes}, which
 *     is read from the database, independent of the publishing code</td></tr>
 * </table>
 *
 * <h2>Replays</h2>
 *
 * A replay is not in the queue: {@link com.cottonerp.relay.replay.ReplayWorker} reads the log and
 * publishes under its own ordering keys, when no live event is on its way.
 */
package com.cottonerp.relay;
