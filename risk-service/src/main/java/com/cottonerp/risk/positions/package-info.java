/** Read models: the partners' open positions and past trades, from {@code trade-events}. */
package com.cottonerp.risk.positions;
