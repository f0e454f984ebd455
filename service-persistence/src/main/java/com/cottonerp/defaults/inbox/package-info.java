/**
 * What operators see and decide about the inbox: lists of parked messages, gaps, conflicts and
 * unreadable messages, and the commands to retry and to skip. Every command is written into the
 * audit in its own transaction.
 */
package com.cottonerp.defaults.inbox;
