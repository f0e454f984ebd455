/**
 * Read model: which partners let the brokerage act for them, from {@code partner-events}. Who acts
 * on behalf of a partner is refused without it.
 */
package com.cottonerp.tradedesk.brokerconsents;
