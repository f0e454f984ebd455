/**
 * Finds partners that are one company, or belong together: by keyed hashes, never by the values.
 */
package com.cottonerp.risk.partylinks;
