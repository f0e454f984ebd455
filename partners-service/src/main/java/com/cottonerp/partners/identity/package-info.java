/** The shapes of Indian identifiers, and the keyed hashes that may leave this context. */
package com.cottonerp.partners.identity;
