/** Read model: the rules of a commodity, from {@code settings-events}. */
package com.cottonerp.risk.commodityrules;
