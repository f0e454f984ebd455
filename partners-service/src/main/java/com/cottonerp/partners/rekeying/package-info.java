/**
 * The secret of the hashes that other contexts compare: which one is in use, and how it is
 * replaced.
 */
package com.cottonerp.partners.rekeying;
