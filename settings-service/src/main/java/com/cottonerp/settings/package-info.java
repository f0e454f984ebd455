/**
 * Settings: commodities, units, locations, terms of trade, commissions, our own legal entities, and
 * the number of open posts that use them. Mostly plain records; the rules are about units, bounds
 * of quality parameters, and records that must not be deleted.
 */
package com.cottonerp.settings;
