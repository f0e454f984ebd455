package com.cottonerp.tradedesk.commissions;

import com.cottonerp.tradedesk.posting.Measure;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * What a brokerage is computed on.
 *
 * @param tradeTypeId null when the contract names none
 * @param quantity in the quantity unit of the measure
 * @param value in the currency of the measure, without tax
 */
public record ContractValue(
    UUID commodityId, UUID tradeTypeId, Measure measure, BigDecimal quantity, BigDecimal value) {}
