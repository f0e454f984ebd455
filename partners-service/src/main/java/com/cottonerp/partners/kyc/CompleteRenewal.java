package com.cottonerp.partners.kyc;

import com.cottonerp.defaults.foureyes.Contributors;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.partners.documents.ApplicationDocument;
import com.cottonerp.partners.documents.Documents;
import com.cottonerp.partners.partner.BusinessPartner;
import com.cottonerp.partners.partner.Partners;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Somebody who has no part in a renewal says how it ended. In the caller's transaction. */
@ApplicationScoped
class CompleteRenewal {
  private final KycRenewals renewals;
  private final Partners partners;
  private final Documents documents;
  private final Caller caller;
  private final Clock clock;

  CompleteRenewal(
      KycRenewals renewals, Partners partners, Documents documents, Caller caller, Clock clock) {
    this.renewals = renewals;
    this.partners = partners;
    this.documents = documents;
    this.caller = caller;
    this.clock = clock;
  }

  Uni<KycRenewal> complete(BusinessPartner partner, UUID renewalId, RenewalOutcomeBody outcome) {
    outcome.check();
    Instant now = clock.instant();
    return renewals
        .get(partner.id(), renewalId)
        .call(renewal -> mayComplete(renewal, partner, outcome.documents()))
        .invoke(renewal -> renewal.complete(outcome, caller.userId(), now))
        .invoke(
            () -> {
              if (outcome.passed()) {
                partner.kycPassed(now);
              } else {
                partner.kycFailed(outcome.notes());
              }
            })
        .call(() -> partners.save(partner));
  }

  private Uni<Void> mayComplete(KycRenewal renewal, BusinessPartner partner, List<UUID> named) {
    return documents
        .verified(partner.applicationId())
        .invoke(
            verified -> {
              mustBeVerified(verified, named);
              Contributors contributors = renewal.contributors();
              verified.stream()
                  .filter(document -> named.contains(document.id()))
                  .forEach(document -> document.addContributors(contributors));
              contributors.mustNotDecide(caller.ids());
            })
        .replaceWithVoid();
  }

  private static void mustBeVerified(List<ApplicationDocument> verified, List<UUID> named) {
    Set<UUID> ids = verified.stream().map(ApplicationDocument::id).collect(Collectors.toSet());
    List<UUID> missing = named.stream().filter(id -> !ids.contains(id)).toList();
    if (!missing.isEmpty()) {
      throw new KycRefusal.RenewalDocumentsNotVerified(missing).refused();
    }
  }
}
