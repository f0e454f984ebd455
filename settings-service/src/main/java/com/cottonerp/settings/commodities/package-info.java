/**
 * Traded commodities, with their units, quality parameters and rules.
 *
 * <p>Read {@code CommodityResource} → {@code CreateCommodity}, {@code ChangeCommodity}, {@code
 * DeleteCommodity} → {@code Commodity}.
 */
package com.cottonerp.settings.commodities;
