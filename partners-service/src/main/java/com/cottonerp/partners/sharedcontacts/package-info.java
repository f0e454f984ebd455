/**
 * Read model: which partners trade with each other, from {@code trade-events}. A trade lets its two
 * parties see each other's contact, and nobody else; the contact itself never leaves this context.
 */
package com.cottonerp.partners.sharedcontacts;
