/**
 * The HTTP API for operators, and for subscribers that need a replay. Works on the database, never
 * on the loop.
 */
package com.cottonerp.relay.operations;
