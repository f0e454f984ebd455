/**
 * One source's relay on this replica: its thread, its loop, its pace; and the program's start, stop
 * and probes.
 */
package com.cottonerp.relay.source;
