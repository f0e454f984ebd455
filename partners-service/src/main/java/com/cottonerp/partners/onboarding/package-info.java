/**
 * Onboarding: an applicant hands in facts and documents, reviewers verify them, the score says who
 * decides, and an approved application becomes a partner in the same transaction.
 *
 * <p>Aggregate: {@code OnboardingApplication}. Events: PartnerDocumentUploaded,
 * PartnerDocumentVerified, PartnerDocumentRejected, PartnerApplicationSubmitted,
 * PartnerApplicationRejected; and of the new partner PartnerCreated, PartnerApproved.
 */
package com.cottonerp.partners.onboarding;
