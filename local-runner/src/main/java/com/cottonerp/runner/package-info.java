/**
 * Runs the whole system on one machine, for {@code ./run}. The system tests start the same {@link
 * com.cottonerp.runner.LocalSystem}, so they test what a developer runs.
 */
package com.cottonerp.runner;
