/**
 * Read model: the commission structures of the brokerage, from {@code settings-events}; and the
 * brokerage on a contract, which follows from them.
 */
package com.cottonerp.tradedesk.commissions;
