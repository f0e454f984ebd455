/** Read models: what partners have open, and how their trades went, from {@code trade-events}. */
package com.cottonerp.risk.positions;
