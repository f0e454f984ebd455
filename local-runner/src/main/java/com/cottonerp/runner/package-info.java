/**
 * Runs the whole system on one machine: what {@code ./run} starts. {@link
 * com.cottonerp.runner.LocalSystem} is also what the system tests start, so they test what a
 * developer runs.
 */
package com.cottonerp.runner;
