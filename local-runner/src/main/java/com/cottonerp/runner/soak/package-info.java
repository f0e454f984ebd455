/**
 * The soak: the whole business against the packaged programs, under faults that a seed chooses,
 * with a check of every guarantee that a history can show.
 *
 * <p>{@link com.cottonerp.runner.soak.Soak} drives in rounds. In a round {@link
 * com.cottonerp.runner.soak.Business} trades and {@link com.cottonerp.runner.soak.FaultPlan}
 * chooses the faults. At the end of a round all faults end, requests stop, {@link
 * com.cottonerp.runner.soak.Level} waits until the system is at rest, and {@link
 * com.cottonerp.runner.soak.Checker} compares the answered requests, the committed events, the
 * messages of an independent subscriber, and the read models.
 *
 * <p>The same seed gives the same faults in the same order, and the same decisions in each deal of
 * each trader. The machine decides which request meets which fault.
 */
package com.cottonerp.runner.soak;
