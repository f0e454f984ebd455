/**
 * Read model: what is traded, in which units and with which quality, from {@code settings-events}.
 */
package com.cottonerp.tradedesk.commoditycatalog;
