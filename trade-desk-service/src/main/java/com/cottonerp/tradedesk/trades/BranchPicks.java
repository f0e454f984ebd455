package com.cottonerp.tradedesk.trades;

import java.util.UUID;

/**
 * Which branches somebody named; null where one is to be chosen.
 *
 * @param withIgst see {@link Supply}
 */
record BranchPicks(UUID shipTo, UUID billTo, UUID shipFrom, boolean withIgst) {}
