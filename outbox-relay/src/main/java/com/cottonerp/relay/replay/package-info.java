/**
 * Publishes past events again: the requests for replays with requester and progress, and the worker
 * that publishes. Live events come first.
 */
package com.cottonerp.relay.replay;
