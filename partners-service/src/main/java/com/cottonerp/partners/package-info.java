/**
 * Partners: who may trade, and within which limits. Use cases by package:
 *
 * <ul>
 *   <li>{@code onboarding}: {@code StartApplication}, {@code EditApplication}, {@code
 *       SubmitApplication}, {@code DecideApplication}
 *   <li>{@code paperwork}: {@code UploadDocument}, {@code ReviewDocument}, before the approval and
 *       after it
 *   <li>{@code partner}: suspend, reactivate, {@code DeactivatePartner}; credit limit,
 *       capabilities, {@code Relationships}
 *   <li>{@code kyc}: renew; expire and remind by a job
 *   <li>{@code amendments}: ask for a change and decide on it
 *   <li>{@code locations}, {@code employees}, {@code vehicles}: add, change, remove
 *   <li>{@code overview}: dashboard and CSV export
 * </ul>
 *
 * <p>Two aggregates, {@code OnboardingApplication} and {@code BusinessPartner}; both publish on
 * {@code partner-events}. {@code applicant} holds what a company says of itself, {@code documents}
 * the documents and how they are read, {@code capabilities} holds the rules for what a partner may
 * do, {@code identity} the keyed hashes that leave this context instead of PAN and phone. Read
 * models: {@code riskstandings}, {@code openbusiness}.
 */
package com.cottonerp.partners;
