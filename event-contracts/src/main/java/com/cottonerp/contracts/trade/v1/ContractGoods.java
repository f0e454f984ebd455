package com.cottonerp.contracts.trade.v1;

import jakarta.annotation.Nullable;
import java.util.List;

/**
 * What goods a contract is about, as the seller said.
 *
 * @param variety null when the seller named none
 * @param cropYear the season, from October to September, such as 2026-27; null when the seller
 *     named none
 * @param deliveryBasis EX_GIN or DELIVERED: what the price includes
 */
public record ContractGoods(
    @Nullable String variety,
    @Nullable String cropYear,
    List<QualityValue> quality,
    String deliveryBasis) {}
