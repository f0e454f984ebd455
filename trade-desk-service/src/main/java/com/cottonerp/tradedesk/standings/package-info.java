/**
 * Read model: how risk sees a partner, from {@code risk-events}. A partner in RED may not trade.
 */
package com.cottonerp.tradedesk.standings;
