/**
 * The rates of pairs of currencies, by the day from which they hold. Whoever compares money of two
 * currencies (risk: exposure and limits) learns them by {@code ExchangeRateSet}.
 *
 * <p>Aggregate: {@code ExchangeRate}, one for a pair and a day; a correction changes it.
 */
package com.cottonerp.settings.exchangerates;
