package com.cottonerp.partners.partner;

import com.cottonerp.partners.capabilities.CapabilityDetection;
import com.cottonerp.partners.documents.Documents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Detects anew what a partner may do, in the transaction of what gave the reason. */
@ApplicationScoped
public class CapabilityDetections {
  private final Documents documents;
  private final Partners partners;

  CapabilityDetections(Documents documents, Partners partners) {
    this.documents = documents;
    this.partners = partners;
  }

  /** After a document of the partner was verified, rejected, or expired. */
  public Uni<BusinessPartner> redetect(BusinessPartner partner) {
    return detect(partner).invoke(partner::redetected).chain(() -> partners.save(partner));
  }

  /** The caller saves the partner. */
  Uni<Void> endOverride(BusinessPartner partner) {
    return detect(partner).invoke(partner::endOverride).replaceWithVoid();
  }

  private Uni<CapabilityDetection> detect(BusinessPartner partner) {
    return documents
        .verifiedTypes(partner.applicationId())
        .map(
            verified ->
                CapabilityDetection.detect(
                    CapabilityDetection.Holder.of(partner.applicant()), verified));
  }
}
