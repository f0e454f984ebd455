package com.cottonerp.partners.partner;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Why a partner's state does not allow something. */
sealed interface PartnerRefusal extends Refusal {
  @Explained(
      means = "The operation needs an approved partner.",
      remedy = "Read the status of the partner.")
  record PartnerNotApproved(UUID id, PartnerStatus current) implements PartnerRefusal {
    @Override
    public String detail() {
      return "Partner %s is %s; only an approved partner can be suspended or deactivated"
          .formatted(id, current);
    }
  }

  @Explained(
      means = "Only a suspended partner can be reactivated.",
      remedy = "Read the status of the partner.")
  record PartnerNotSuspended(UUID id, PartnerStatus current) implements PartnerRefusal {
    @Override
    public String detail() {
      return "Partner %s is %s; only a suspended partner can be reactivated".formatted(id, current);
    }
  }

  @Explained(
      means = "The KYC of the partner has expired.",
      remedy = "Complete a KYC renewal first.")
  record KycNotValid(UUID id, LocalDate expiresOn) implements PartnerRefusal {
    @Override
    public String detail() {
      return "The KYC of partner %s is not valid (expires on %s); renew it first"
          .formatted(id, expiresOn);
    }
  }

  @Explained(
      means = "The partner was deactivated for good.",
      remedy = "Nothing. A company that returns starts another application.")
  record PartnerInactive(UUID id) implements PartnerRefusal {
    @Override
    public String detail() {
      return "Partner %s is inactive".formatted(id);
    }
  }

  @Explained(
      means =
          "The capabilities of the partner come from its documents; no user has overridden them.",
      remedy = "Nothing; there is no override to reset.")
  record CapabilitiesNotOverridden(UUID id) implements PartnerRefusal {
    @Override
    public String detail() {
      return "Nobody overrides the capabilities of partner " + id;
    }
  }

  @Explained(
      means = "The operation lowers a credit limit, and the new limit is higher.",
      remedy = "Ask for an amendment, which somebody else decides.")
  record CreditLimitRaised(BigDecimal current) implements PartnerRefusal {
    @Override
    public String detail() {
      return "The credit limit is %s; an amendment (increase_credit_limit) raises it"
          .formatted(current.toPlainString());
    }
  }

  @Explained(
      means = "The partner has open posts or trades and cannot be deactivated.",
      remedy = "Read the open business of the partner, and end it first.")
  record OpenBusinessLeft(UUID id, long open) implements PartnerRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "%d posts or trades of partner %s are open".formatted(open, id);
    }
  }

  @Explained(
      means = "The partner that is to be the master does not exist.",
      remedy = "Check the id of the master.")
  record UnknownMaster(UUID masterId) implements PartnerRefusal {
    @Override
    public String detail() {
      return "There is no partner %s to be the master".formatted(masterId);
    }
  }

  @Explained(
      means = "The partner would become a master of itself.",
      remedy = "Choose another master.")
  record RelationshipCycle(UUID id, UUID masterId) implements PartnerRefusal {
    @Override
    public String detail() {
      return "Partner %s is a master of %s already".formatted(id, masterId);
    }
  }
}
