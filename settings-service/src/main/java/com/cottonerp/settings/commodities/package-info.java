/**
 * Commodities: what is traded, in which units, with which quality parameters and rules.
 *
 * <p>Read {@code CommodityResource} → {@code ManageCommodities} → {@code Commodity}.
 */
package com.cottonerp.settings.commodities;
