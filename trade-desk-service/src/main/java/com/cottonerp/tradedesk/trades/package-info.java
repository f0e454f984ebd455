/**
 * Binding trades: made of accepted negotiations, with frozen addresses, tax by place of supply and
 * a number without gaps, until they are completed.
 *
 * <p>Aggregate: {@code Trade}. Events: TradeCreated, TradeStatusChanged, PartnerContactShared.
 */
package com.cottonerp.tradedesk.trades;
