/**
 * Publishing past events again: what was asked for, by whom, how far it is, and the worker that
 * does it. Live events come first.
 */
package com.cottonerp.relay.replay;
