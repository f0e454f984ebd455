/**
 * Read model: which partners trade with each other, and between which of their places, from {@code
 * trade-events}. A trade lets its two parties see each other's contact and registration, and nobody
 * else; neither ever leaves this context in an event.
 */
package com.cottonerp.partners.sharedcontacts;
