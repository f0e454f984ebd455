/**
 * The rule against wash trades, which negotiations ask at an acceptance and trades ask when they
 * are made. Reads the table of trades.
 */
package com.cottonerp.tradedesk.washtrades;
