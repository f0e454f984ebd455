package com.cottonerp.tradedesk.posting;

import com.cottonerp.defaults.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** For which partner the caller acts: what the token says, never what a body says. */
@ApplicationScoped
public class ActingPartner {
  private final Caller caller;

  ActingPartner(Caller caller) {
    this.caller = caller;
  }

  /** Refuses with 403 when the token names none. */
  public UUID id() {
    return caller.partnerId().orElseThrow(() -> new PostingRefusal.NoPartner().refused());
  }

  /** Refuses with 403 who acts for another partner; internal users without one may do anything. */
  public void mustBe(UUID owner, UUID post) {
    if (!mayActFor(owner)) {
      throw new PostingRefusal.NotYourPost(post).refused();
    }
  }

  public boolean mayActFor(UUID owner) {
    return caller.partnerId().map(owner::equals).orElse(!caller.isExternal());
  }

  public String userId() {
    return caller.userId();
  }
}
