package com.cottonerp.relay.source;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why what is pending in a lane is pending.
 *
 * @param reason a sentence for people; null while events move or there are none
 * @param alarming whether a person has to act, or the reason is unknown
 */
public record LaneState(int lane, State state, String reason, boolean alarming) {
  /** All pending events of a lane are in the first of these states that applies. */
  @Schema(name = "LaneState")
  public enum State {
    /** No replica has leased the lane, and events could go. */
    UNOWNED,
    /** Events could go, but the broker does not take any of this source. */
    PAUSED,
    /** Events could go, and the first of them has not gone for too long. */
    STALLED,
    /** Events could go, and go. */
    MOVING,
    /** Events failed, and others wait behind them for an operator. */
    BLOCKED,
    /** Events wait for the time of their next attempt. */
    WAITING,
    /** Nothing is pending. */
    IDLE
  }
}
