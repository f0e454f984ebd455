package com.cottonerp.tradedesk.posting;

import com.cottonerp.defaults.problem.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Why a post is not taken. */
public sealed interface PostingRefusal extends Refusal {
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

  record PartnerNotApproved(UUID partnerId, String current) implements PostingRefusal {
    @Override
    public String detail() {
      return "Partner %s is %s and may not trade".formatted(partnerId, current);
    }
  }

  record KycExpired(UUID partnerId, LocalDate expiredOn) implements PostingRefusal {
    @Override
    public String detail() {
      return "The KYC of partner %s is not valid (expires on %s)".formatted(partnerId, expiredOn);
    }
  }

  /** Of another party: WHY without a reason: what keeps it from trading is its own business. */
  record CounterpartyUnavailable(UUID partnerId) implements PostingRefusal {
    @Override
    public String detail() {
      return "Partner %s cannot take part in this now".formatted(partnerId);
    }
  }

  record PartnerInRed(UUID partnerId) implements PostingRefusal {
    @Override
    public String detail() {
      return "The exposure of partner %s is at its limit".formatted(partnerId);
    }
  }

  record ServiceProvidersDoNotTrade() implements PostingRefusal {
    @Override
    public String detail() {
      return "A service provider may not trade";
    }
  }

  record CapabilityMissing(Side side, String needed, String country) implements PostingRefusal {
    @Override
    public String detail() {
      return "To %s in %s the partner needs the capability %s"
          .formatted(side.name().toLowerCase(java.util.Locale.ROOT), country, needed);
    }
  }

  record IndianEntityNeeded() implements PostingRefusal {
    @Override
    public String detail() {
      return "In India a foreign partner needs an Indian entity; otherwise it trades across the border";
    }
  }

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

  record CommodityNotActive(UUID commodityId) implements PostingRefusal {
    @Override
    public String detail() {
      return "Commodity %s is not traded any more".formatted(commodityId);
    }
  }

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

  record LocationNotActive(UUID locationId) implements PostingRefusal {
    @Override
    public String detail() {
      return "Location %s is not in use any more".formatted(locationId);
    }
  }

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

  record CircularTrading(Side open, List<UUID> posts) implements PostingRefusal {
    @Override
    public String detail() {
      return "The partner has unsettled posts to %s the same commodity: %s"
          .formatted(open.name().toLowerCase(java.util.Locale.ROOT), posts);
    }
  }

  record RelatedParty(String rule) implements PostingRefusal {
    @Override
    public String detail() {
      return "Buyer and seller may not trade with each other: " + rule;
    }
  }
}
