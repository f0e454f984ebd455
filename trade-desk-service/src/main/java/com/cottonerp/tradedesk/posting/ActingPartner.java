package com.cottonerp.tradedesk.posting;

import com.cottonerp.defaults.http.EntityTags;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.eventing.outbox.AggregateRepository;
import com.cottonerp.eventing.outbox.AggregateRoot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * For which partner the caller acts: what the token says, or the header {@code On-Behalf-Of} of an
 * internal user, never what a body says.
 */
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

  /** As {@link #id}, with the user. */
  public Actor actor() {
    return new Actor(id(), user());
  }

  public ActingUser user() {
    return new ActingUser(userId(), caller.isBroker() ? userId() : null);
  }

  /** To whom a refusal is told: the partner of the token; null for internal users without one. */
  public UUID reader() {
    return caller.seesEverybody() ? null : id();
  }

  /**
   * Refuses who acts for another partner than the owner: with 403 where that one may see the post,
   * else as if it were not there. Internal users without a partner may do anything.
   */
  public void mustOwn(Post post) {
    if (!mayActFor(post.ownerId())) {
      boolean seen = caller.partnerId().map(post::isVisibleTo).orElse(false);
      throw (seen
              ? new PostingRefusal.NotYourPost(post.id())
              : new NotFound(post.kind(), post.id()))
          .refused();
    }
  }

  /**
   * Loads and locks a post, until the transaction ends. Refuses as {@link #mustOwn}, and with 412
   * when If-Match names another version.
   *
   * @param ifMatch null when the caller does not say
   */
  public <P extends AggregateRoot & Post> Uni<P> ownForUpdate(
      AggregateRepository<P> posts, UUID id, String ifMatch) {
    return posts
        .getForUpdate(id)
        .invoke(this::mustOwn)
        .invoke(post -> EntityTags.check(ifMatch, post.version()));
  }

  /** Refuses with 404 who neither owns the post nor may see it. */
  public void mustSee(Post post) {
    if (!mayActFor(post.ownerId()) && !post.isVisibleTo(id())) {
      throw new NotFound(post.kind(), post.id()).refused();
    }
  }

  public boolean mayActFor(UUID owner) {
    return caller.partnerId().map(owner::equals).orElse(!caller.isExternal());
  }

  public String userId() {
    return caller.userId();
  }
}
