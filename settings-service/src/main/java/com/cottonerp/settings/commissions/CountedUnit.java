package com.cottonerp.settings.commissions;

import java.math.BigDecimal;

/**
 * A unit in which a commission per unit is counted.
 *
 * @param factor how many base units of the commodity are in one
 */
record CountedUnit(String code, BigDecimal factor) {}
