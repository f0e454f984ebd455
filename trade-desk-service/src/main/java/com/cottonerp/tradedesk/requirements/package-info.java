/**
 * Requirements: posted, judged by risk, published, matched, bought for, until they are fulfilled.
 *
 * <p>Aggregate: {@code Requirement}. Events: RequirementCreated, RequirementPublished,
 * RequirementBlocked, RequirementUpdated, RequirementPartiallyFulfilled, RequirementFulfilled,
 * RequirementCancelled, RequirementExpired.
 */
package com.cottonerp.tradedesk.requirements;
