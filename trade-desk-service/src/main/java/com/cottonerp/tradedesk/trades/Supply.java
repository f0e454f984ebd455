package com.cottonerp.tradedesk.trades;

import com.cottonerp.contracts.trade.v1.FrozenAddress;

/**
 * What the tax on a trade goes by, beside its value and the rate. Immutable.
 *
 * @param placeOfSupply the address in whose state the supply is, see {@link PlaceOfSupply}
 * @param sez whether it goes to a unit in a special economic zone
 * @param withIgst whether an export, or a supply to a zone, is made with payment of tax instead of
 *     under a letter of undertaking: section 16(3) of the IGST Act
 * @param fromAgriculturist whether raw cotton is bought from who grew it, by who is registered
 */
record Supply(
    TradeAddresses addresses,
    FrozenAddress placeOfSupply,
    boolean sez,
    boolean withIgst,
    boolean fromAgriculturist) {}
