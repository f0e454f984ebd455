/**
 * What a partner has open on one side of a commodity: one position for each post, and one for each
 * party of a trade. Events: PositionOpened, PositionChanged, PositionClosed, the one feed that risk
 * needs for circular, wash and exposure checks.
 */
package com.cottonerp.tradedesk.positions;
