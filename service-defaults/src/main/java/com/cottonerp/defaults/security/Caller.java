package com.cottonerp.defaults.security;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who makes the request, as its token says. An external user ({@code user_type} is not INTERNAL)
 * acts for the partner in the claim {@code partner_id} only, whatever the request body says.
 */
@RequestScoped
public class Caller {
  private static final UUID NOBODY = new UUID(0, 0);

  private final SecurityIdentity identity;
  private final UserClaims claims;
  private final OnBehalfOf onBehalfOf;

  Caller(SecurityIdentity identity, UserClaims claims, OnBehalfOf onBehalfOf) {
    this.identity = identity;
    this.claims = claims;
    this.onBehalfOf = onBehalfOf;
  }

  /** The id of the user, which tells no name; see {@link SubjectIds}. */
  public String userId() {
    return identity.getPrincipal().getName();
  }

  /** What the token calls the user. Personal: for the audit and nothing else. */
  public String userName() {
    return claims.name(identity);
  }

  /**
   * The name in the token, by which earlier versions stored what a user did. Another user may have
   * the name by now, so a name may refuse the caller and never permits anything. A name that could
   * be the id of another user is left out.
   */
  public Optional<String> formerName() {
    return Optional.ofNullable(claims.name(identity)).filter(name -> !SubjectIds.isId(name));
  }

  /**
   * Under what it may be stored that this user had a part in something, for refusals only: the id,
   * and the {@link #formerName}.
   */
  public Set<String> ids() {
    return formerName().map(name -> Set.of(userId(), name)).orElse(Set.of(userId()));
  }

  /** The user and for whom they act: the same user may act for one partner after the other. */
  public String userAndPartner() {
    return partnerId().map(partner -> userId() + " for " + partner).orElse(userId());
  }

  public boolean has(String permission) {
    return identity.hasRole(permission);
  }

  /** Everybody but who is said to be internal. */
  public boolean isExternal() {
    return !claims.isInternal(identity);
  }

  /** An internal user who acts for a partner. */
  public boolean isBroker() {
    return !isExternal() && partnerId().isPresent();
  }

  /**
   * Whether the caller sees and does what a user of {@link #partnerId} does: an external user, and
   * one who acts on behalf of a partner.
   */
  public boolean isHeldToPartner() {
    return isExternal() || onBehalfOf.partnerId().isPresent();
  }

  /** An internal user who acts for no partner. */
  public boolean seesEverybody() {
    return !isExternal() && partnerId().isEmpty();
  }

  /**
   * The partner that the token acts for, or else the one {@link OnBehalfOf} whom an internal user
   * acts; empty when there is none. Refuses with 401 a token whose claim is no id: read as no
   * claim, the token of an internal user would open the things of every partner.
   */
  public Optional<UUID> partnerId() {
    return claims
        .partnerId(identity)
        .map(text -> UserClaims.id(text).orElseThrow(() -> new UnreadablePartner().refused()))
        .or(onBehalfOf::partnerId);
  }

  /**
   * The only partner whose things an external user may see, an id of nobody when their token names
   * none; null for internal users, who may see those of all.
   */
  public UUID ownPartner() {
    return isHeldToPartner() ? partnerId().orElse(NOBODY) : null;
  }

  /** Refuses an external user who asks for another partner's things. */
  public void mustActFor(UUID partnerId) {
    if (isHeldToPartner() && !partnerId().map(partnerId::equals).orElse(false)) {
      throw new SomebodyElsesPartner(partnerId).refused();
    }
  }

  /** Refuses an external user where things of all partners are shown. */
  public void mustBeInternal() {
    if (isHeldToPartner()) {
      throw new InternalUsersOnly().refused();
    }
  }

  /** WHY without the claim's value: it may be any personal data. */
  @Explained(
      means = "The claim of the partner in the token is no id.",
      remedy = "Have the identity provider send the id of a partner.")
  public record UnreadablePartner() implements Refusal {
    @Override
    public int status() {
      return UNAUTHORIZED;
    }

    @Override
    public String detail() {
      return "The token's claim of the partner is no id of a partner";
    }
  }

  /** An external user asked for a partner that is not their own. */
  @Explained(
      means = "An external user asked for a partner for which the token does not act.",
      remedy = "Use a token of that partner.")
  public record SomebodyElsesPartner(UUID partnerId) implements Refusal {
    @Override
    public int status() {
      return FORBIDDEN;
    }

    @Override
    public String detail() {
      return "You act for another partner than " + partnerId;
    }
  }

  /** An external user asked for what concerns all partners. */
  @Explained(
      means = "What was asked for concerns all partners.",
      remedy = "Use a token of an internal user.")
  public record InternalUsersOnly() implements Refusal {
    @Override
    public int status() {
      return FORBIDDEN;
    }

    @Override
    public String detail() {
      return "This is for internal users";
    }
  }
}
