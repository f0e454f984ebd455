package com.cottonerp.partners.partner;

import com.cottonerp.defaults.problem.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Why a partner's state does not allow something. */
sealed interface PartnerRefusal extends Refusal {
  record PartnerNotApproved(UUID id, PartnerStatus current) implements PartnerRefusal {
    @Override
    public String detail() {
      return "Partner %s is %s; only an approved partner can be suspended or deactivated"
          .formatted(id, current);
    }
  }

  record PartnerNotSuspended(UUID id, PartnerStatus current) implements PartnerRefusal {
    @Override
    public String detail() {
      return "Partner %s is %s; only a suspended partner can be reactivated".formatted(id, current);
    }
  }

  record KycNotValid(UUID id, LocalDate expiresOn) implements PartnerRefusal {
    @Override
    public String detail() {
      return "The KYC of partner %s is not valid (expires on %s); renew it first"
          .formatted(id, expiresOn);
    }
  }

  record PartnerInactive(UUID id) implements PartnerRefusal {
    @Override
    public String detail() {
      return "Partner %s is inactive".formatted(id);
    }
  }

  record CapabilitiesNotOverridden(UUID id) implements PartnerRefusal {
    @Override
    public String detail() {
      return "Nobody overrides the capabilities of partner " + id;
    }
  }

  record CreditLimitRaised(BigDecimal current) implements PartnerRefusal {
    @Override
    public String detail() {
      return "The credit limit is %s; an amendment (increase_credit_limit) raises it"
          .formatted(current.toPlainString());
    }
  }

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

  record UnknownMaster(UUID masterId) implements PartnerRefusal {
    @Override
    public String detail() {
      return "There is no partner %s to be the master".formatted(masterId);
    }
  }

  record RelationshipCycle(UUID id, UUID masterId) implements PartnerRefusal {
    @Override
    public String detail() {
      return "Partner %s is a master of %s already".formatted(id, masterId);
    }
  }
}
