/**
 * Availabilities: posted, judged by risk, approved where that is asked for, reserved, sold,
 * cancelled, expired. {@code available = total − reserved − sold}, always.
 *
 * <p>Aggregate: {@code Availability}. Events: Availability…; its {@code Position} moves with it.
 */
package com.cottonerp.tradedesk.availabilities;
