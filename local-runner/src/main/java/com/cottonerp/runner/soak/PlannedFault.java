package com.cottonerp.runner.soak;

import java.time.Duration;

/**
 * One fault of the plan.
 *
 * @param pause how long nothing goes wrong before it
 * @param length from its begin to its end
 * @param choice which of several targets; also the seed of what the broker does by chance
 */
record PlannedFault(int number, FaultKind kind, Duration pause, Duration length, int choice) {}
