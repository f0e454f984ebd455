/**
 * One source's relay on this replica: thread, loop and pace; and the start, stop and probes of the
 * program.
 */
package com.cottonerp.relay.source;
