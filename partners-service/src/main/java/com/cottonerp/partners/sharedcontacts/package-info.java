/**
 * Read model: which partners trade with each other, and between which of their places, from {@code
 * trade-events}. The two parties of a trade may see the contact and the registration of each other;
 * no event carries a contact or a registration.
 */
package com.cottonerp.partners.sharedcontacts;
