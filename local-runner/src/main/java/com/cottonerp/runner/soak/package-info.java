/**
 * The soak: the whole business against the packaged programs, under faults that a seed chooses, and
 * a check of every guarantee that history can tell.
 *
 * <p>{@link com.cottonerp.runner.soak.Soak} drives in rounds. In a round {@link
 * com.cottonerp.runner.soak.Business} trades and {@link com.cottonerp.runner.soak.FaultPlan} says
 * what goes wrong; at its end everything is healed, nobody asks for anything, {@link
 * com.cottonerp.runner.soak.Level} waits until nothing moves, and {@link
 * com.cottonerp.runner.soak.Checker} compares: requests that were answered, events that were
 * committed, messages that an independent subscriber got, and what the services know of each other.
 *
 * <p>The same seed gives the same faults in the same order, and each deal of each trader the same
 * decisions. Which request meets which fault is up to the machine.
 */
package com.cottonerp.runner.soak;
