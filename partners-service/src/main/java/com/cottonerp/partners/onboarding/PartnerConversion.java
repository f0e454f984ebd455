package com.cottonerp.partners.onboarding;

import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.partners.applicant.Applicant;
import com.cottonerp.partners.capabilities.CapabilityDetection;
import com.cottonerp.partners.documents.Documents;
import com.cottonerp.partners.documenttypes.DocumentType;
import com.cottonerp.partners.onboarding.OnboardingRefusal.AlreadyRegistered;
import com.cottonerp.partners.onboarding.OnboardingRefusal.DocumentsNotVerified;
import com.cottonerp.partners.partner.BusinessPartner;
import com.cottonerp.partners.partner.Partners;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Makes a partner of an application, in the caller's transaction. */
@ApplicationScoped
class PartnerConversion {
  private final Applications applications;
  private final Partners partners;
  private final Documents documents;
  private final IdSource ids;
  private final Clock clock;

  PartnerConversion(
      Applications applications,
      Partners partners,
      Documents documents,
      IdSource ids,
      Clock clock) {
    this.applications = applications;
    this.partners = partners;
    this.documents = documents;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What the approver grants.
   *
   * @param creditLimit in the applicant's currency; null = the recommendation, or nothing
   * @param paymentTermsDays null = payment at once
   */
  record Terms(String approvedBy, String notes, BigDecimal creditLimit, Integer paymentTermsDays) {}

  Uni<OnboardingApplication> approve(OnboardingApplication application, Terms terms) {
    application.mustBePendingApproval();
    return documents
        .verifiedTypes(application.id())
        .invoke(verified -> mustBeComplete(application, verified))
        .call(() -> mustBeNew(application.applicant()))
        .chain(verified -> convert(application, terms, verified));
  }

  private static void mustBeComplete(
      OnboardingApplication application, Set<DocumentType> verified) {
    List<DocumentType> missing = MandatoryDocuments.missing(application.applicant(), verified);
    if (!missing.isEmpty()) {
      throw new DocumentsNotVerified(missing).refused();
    }
  }

  private Uni<Void> mustBeNew(Applicant applicant) {
    return partners
        .isRegistered("applicant.panNumber", applicant.panNumber())
        .invoke(known -> refuse(known, "PAN"))
        .chain(() -> partners.isRegistered("applicant.taxIdNumber", applicant.taxIdNumber()))
        .invoke(known -> refuse(known, "tax id"))
        .replaceWithVoid();
  }

  private static void refuse(boolean known, String what) {
    if (known) {
      throw new AlreadyRegistered(what).refused();
    }
  }

  private Uni<OnboardingApplication> convert(
      OnboardingApplication application, Terms terms, Set<DocumentType> verified) {
    UUID partnerId = ids.next();
    Instant now = clock.instant();
    application.approve(
        partnerId, new OnboardingApplication.Decision(terms.approvedBy(), now, terms.notes()));
    Applicant applicant = application.applicant();
    CapabilityDetection detection =
        CapabilityDetection.detect(CapabilityDetection.Holder.of(applicant), verified);
    return partners
        .nextCode(applicant, detection.capabilities())
        .chain(
            code ->
                partners.save(
                    BusinessPartner.approve(
                        partnerId,
                        code,
                        new BusinessPartner.Origin(
                            application.id(), applicant, application.keys(), detection),
                        new BusinessPartner.Approval(
                            terms.approvedBy(), now, limit(application, terms), days(terms)))))
        .onFailure(org.hibernate.exception.ConstraintViolationException.class)
        .transform(PartnerConversion::raced)
        .chain(() -> applications.save(application));
  }

  // Two approvals of the same PAN or tax id at one moment: the unique index decides.
  private static Throwable raced(Throwable failure) {
    String constraint =
        String.valueOf(
            ((org.hibernate.exception.ConstraintViolationException) failure).getConstraintName());
    if (constraint.contains("pan_key")) {
      return new AlreadyRegistered("PAN").refused();
    }
    return constraint.contains("tax_id_key") ? new AlreadyRegistered("tax id").refused() : failure;
  }

  /** What an approval grants. */
  static BigDecimal limit(OnboardingApplication application, Terms terms) {
    if (terms.creditLimit() != null) {
      return terms.creditLimit();
    }
    return application.recommendedLimit() == null
        ? BigDecimal.ZERO
        : application.recommendedLimit();
  }

  private static int days(Terms terms) {
    return terms.paymentTermsDays() == null ? 0 : terms.paymentTermsDays();
  }
}
