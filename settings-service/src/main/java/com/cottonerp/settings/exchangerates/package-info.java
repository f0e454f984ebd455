/**
 * Exchange rates: each is the rate of a pair of currencies from a day on. Risk, which compares
 * exposure and limits in different currencies, hears of a rate by {@code ExchangeRateSet}.
 *
 * <p>Aggregate: {@code ExchangeRate}, one for a pair and a day; a correction changes it.
 */
package com.cottonerp.settings.exchangerates;
