package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.inbox.ParkedMessages.Parking;

/**
 * What became of an event in a projection.
 *
 * @param step what the event meant to the cursor
 * @param parking what became of an event that was not applied; else null
 */
record Outcome(Projection projection, Arrival arrival, Cursor.Step step, Parking parking) {}
