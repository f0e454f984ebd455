/**
 * The published language: one record per event type and version, in one package per producing
 * context and version. A compatible change adds optional fields to a record; anything else is a new
 * record in the next version's package, and both are published until the last subscriber has moved.
 */
package com.cottonerp.contracts;
