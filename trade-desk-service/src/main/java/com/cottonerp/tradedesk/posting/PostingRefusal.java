package com.cottonerp.tradedesk.posting;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Why a post is not taken. */
public sealed interface PostingRefusal extends Refusal {
  @Explained(
      means = "The token names no partner to act for.",
      remedy = "Use a token with the claim partner_id.")
  record NoPartner() implements PostingRefusal {
    @Override
    public int status() {
      return FORBIDDEN;
    }

    @Override
    public String detail() {
      return "The token names no partner to act for (claim partner_id)";
    }
  }

  @Explained(
      means = "The post is another partner's.",
      remedy = "Check the id and for whom the token acts.")
  record NotYourPost(UUID id) implements PostingRefusal {
    @Override
    public int status() {
      return FORBIDDEN;
    }

    @Override
    public String detail() {
      return "Post %s is another partner's".formatted(id);
    }
  }

  @Explained(
      means = "A partner that is not approved may not trade.",
      remedy = "Read the partner in the partner directory.")
  record PartnerNotApproved(UUID partnerId, String current) implements PostingRefusal {
    @Override
    public String detail() {
      return "Partner %s is %s and may not trade".formatted(partnerId, current);
    }
  }

  @Explained(means = "The KYC of the partner has expired.", remedy = "Renew the KYC at partners.")
  record KycExpired(UUID partnerId, LocalDate expiredOn) implements PostingRefusal {
    @Override
    public String detail() {
      return "The KYC of partner %s is not valid (expires on %s)".formatted(partnerId, expiredOn);
    }
  }

  /** Of another party: WHY without a reason: what keeps it from trading is its own business. */
  @Explained(
      means = "The other party cannot take part now. The reason is its own business.",
      remedy = "Choose another party.")
  record CounterpartyUnavailable(UUID partnerId) implements PostingRefusal {
    @Override
    public String detail() {
      return "Partner %s cannot take part in this now".formatted(partnerId);
    }
  }

  @Explained(
      means = "The exposure of the partner is at its limit.",
      remedy = "Settle open trades, or raise the credit limit.")
  record PartnerInRed(UUID partnerId) implements PostingRefusal {
    @Override
    public String detail() {
      return "The exposure of partner %s is at its limit".formatted(partnerId);
    }
  }

  @Explained(means = "The partner provides services and does not trade.", remedy = "Nothing.")
  record ServiceProvidersDoNotTrade() implements PostingRefusal {
    @Override
    public String detail() {
      return "A service provider may not trade";
    }
  }

  @Explained(
      means = "The partner lacks the capability to buy or sell in that country.",
      remedy = "Change the capabilities of the partner at partners.")
  record CapabilityMissing(Side side, String needed, String country) implements PostingRefusal {
    @Override
    public String detail() {
      return "To %s in %s the partner needs the capability %s"
          .formatted(side.name().toLowerCase(java.util.Locale.ROOT), country, needed);
    }
  }

  @Explained(
      means = "Within India a foreign partner trades through an Indian entity.",
      remedy = "Trade across the border, or onboard the Indian entity.")
  record IndianEntityNeeded() implements PostingRefusal {
    @Override
    public String detail() {
      return "In India a foreign partner needs an Indian entity; otherwise it trades across the border";
    }
  }

  @Explained(
      means =
          "No event of the commodity has arrived at the trade desk, or there is no such commodity.",
      remedy = "Check the id; repeat after Retry-After, or wait with If-Applied.")
  record CommodityNotKnownYet(UUID commodityId) implements PostingRefusal {
    @Override
    public int status() {
      return RETRY_LATER;
    }

    @Override
    public String detail() {
      return "Commodity %s is not known here, or not yet".formatted(commodityId);
    }
  }

  @Explained(means = "The commodity is inactive.", remedy = "Choose another commodity.")
  record CommodityNotActive(UUID commodityId) implements PostingRefusal {
    @Override
    public String detail() {
      return "Commodity %s is not traded any more".formatted(commodityId);
    }
  }

  @Explained(
      means =
          "No event of the location has arrived at the trade desk, or there is no such location.",
      remedy = "Check the id; repeat after Retry-After, or wait with If-Applied.")
  record LocationNotKnownYet(UUID locationId) implements PostingRefusal {
    @Override
    public int status() {
      return RETRY_LATER;
    }

    @Override
    public String detail() {
      return "Location %s is not known here, or not yet".formatted(locationId);
    }
  }

  @Explained(means = "The location is inactive.", remedy = "Choose another location.")
  record LocationNotActive(UUID locationId) implements PostingRefusal {
    @Override
    public String detail() {
      return "Location %s is not in use any more".formatted(locationId);
    }
  }

  @Explained(
      means = "The partner has the same order open.",
      remedy = "Use or change that post; detail names it.")
  record DuplicateOrder(UUID postId) implements PostingRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "The same order is open already: " + postId;
    }
  }

  @Explained(
      means = "The partner has unsettled posts on the other side of the same commodity.",
      remedy = "Wait until they are settled, or cancel them.")
  record CircularTrading(Side open, List<UUID> posts) implements PostingRefusal {
    @Override
    public String detail() {
      return "The partner has unsettled posts to %s the same commodity: %s"
          .formatted(open.name().toLowerCase(java.util.Locale.ROOT), posts);
    }
  }

  @Explained(
      means = "Buyer and seller are related, and may not trade with each other.",
      remedy = "Choose another party.")
  record RelatedParty(String rule) implements PostingRefusal {
    @Override
    public String detail() {
      return "Buyer and seller may not trade with each other: " + rule;
    }
  }
}
