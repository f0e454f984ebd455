/**
 * Read models as a whole: which read models a service has, whether a read model is complete, and
 * how a rebuild fills a read model again. The events of read models arrive by {@code
 * com.cottonerp.eventing.inbox}.
 *
 * <h2>Rebuilds</h2>
 *
 * A transaction that applies an event to a projection, or decides by what a read model does not
 * hold ({@link com.cottonerp.eventing.readmodels.CompleteReadModels}), shares the projection's lock
 * until the transaction ends. A rebuild ({@code inbox_begin_rebuild} in the database, so that
 * migrations have the same function) has the lock alone while the rebuild empties the read model.
 * Then {@code RebuildJob} asks the relay for the events again and ends the rebuild when every
 * cursor has reached its target.
 *
 * <h2>Verification</h2>
 *
 * {@code Verification} asks the relay, lane by lane, what was published, compares the answer with
 * the cursors, and turns what is missing into gaps, which the inbox fills. {@code GET /read-models}
 * says when each projection was verified last.
 */
package com.cottonerp.eventing.readmodels;
