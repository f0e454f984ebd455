/**
 * Read model: what a currency is worth in another one, by day, from {@code settings-events}; and
 * how money is converted. Money that cannot be converted is never counted as nothing: what needs it
 * waits for the rate.
 */
package com.cottonerp.risk.exchangerates;
