/**
 * Settings: commodities, units, places, terms of trade, commissions, our own legal entities, and
 * how many open posts use them. Mostly plain records; the rules are the units, the bounds of
 * quality parameters, and who may not be deleted.
 */
package com.cottonerp.settings;
