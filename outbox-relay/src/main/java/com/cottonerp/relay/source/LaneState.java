package com.cottonerp.relay.source;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The state of a lane: why its pending events are pending.
 *
 * @param reason a sentence for people; null while events move or no event is pending
 * @param alarming whether an operator has to act, or the reason is unknown
 */
public record LaneState(int lane, State state, String reason, boolean alarming) {
  /** The state of a lane is the first of these states that applies. */
  @Schema(name = "LaneState")
  public enum State {
    /** No replica has leased the lane, and events could go. */
    UNOWNED,
    /** Events could go, but the broker accepts no event of this source. */
    PAUSED,
    /** Events could go, but the first event has not gone for too long. */
    STALLED,
    /** Events could go, and do. */
    MOVING,
    /** Failed events wait for an operator, and other events wait behind them. */
    BLOCKED,
    /** Events wait for the time of their next attempt. */
    WAITING,
    /** Nothing is pending. */
    IDLE
  }
}
