/**
 * Waiting for one's own write: a change answers with the events that it raised ({@code Event-Id}),
 * and a request to a service that hears those events waits for them ({@code If-Applied}).
 */
package com.cottonerp.defaults.events;
