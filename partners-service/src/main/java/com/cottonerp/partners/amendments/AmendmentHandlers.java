package com.cottonerp.partners.amendments;

import com.cottonerp.defaults.foureyes.Contributors;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.partners.documents.Documents;
import com.cottonerp.partners.partner.BusinessPartner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Takes and decides amendments, in the caller's transaction. */
@ApplicationScoped
class AmendmentHandlers {
  private final Amendments amendments;
  private final ApprovedChanges changes;
  private final Documents documents;
  private final Caller caller;
  private final IdSource ids;
  private final Clock clock;

  AmendmentHandlers(
      Amendments amendments,
      ApprovedChanges changes,
      Documents documents,
      Caller caller,
      IdSource ids,
      Clock clock) {
    this.amendments = amendments;
    this.changes = changes;
    this.documents = documents;
    this.caller = caller;
    this.ids = ids;
    this.clock = clock;
  }

  Uni<Amendment> request(BusinessPartner partner, AmendmentBody body) {
    partner.mustNotBeInactive();
    body.proposed().mustFit(body.type());
    changes.check(partner, body.type(), body.proposed());
    return amendments.persist(
        Amendment.requested(ids.next(), partner.id(), body, caller.userId(), clock.instant()));
  }

  // Who uploaded or verified a proof of the change has a part in the amendment.
  private Uni<Contributors> mayDecide(BusinessPartner partner, Amendment amendment) {
    return documents
        .addContributors(
            amendment.contributors(),
            partner.applicationId(),
            document -> amendment.type.isProvedBy(document.type()))
        .invoke(contributors -> contributors.mustNotDecide(caller.ids()));
  }

  /**
   * @param asked what a map and registries said before the transaction
   */
  Uni<Amendment> decide(
      BusinessPartner partner,
      UUID amendmentId,
      AmendmentDecisionBody body,
      ApprovedChanges.Asked asked) {
    body.check();
    return amendments
        .get(partner.id(), amendmentId)
        .call(amendment -> mayDecide(partner, amendment))
        .invoke(
            amendment ->
                amendment.decide(
                    body,
                    caller.userId(),
                    caller.has(Permission.PARTNER_APPROVE_DIRECTOR),
                    clock.instant()))
        .call(
            amendment ->
                amendment.isApproved()
                    ? changes.make(partner, amendment, asked)
                    : Uni.createFrom().voidItem());
  }
}
