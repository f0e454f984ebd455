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
 *   <li>{@code kyc}: {@code OpenRenewal}, {@code CompleteRenewal}; a job expires and reminds
 *   <li>{@code amendments}: {@code RequestAmendment}, {@code DecideAmendment}
 *   <li>{@code locations}: {@code AddLocation}, {@code ChangeLocation}, {@code RemoveLocation},
 *       {@code BookGoods}, {@code RekeyLocations}
 *   <li>{@code employees}: {@code InviteEmployee}, {@code MoveEmployee}
 *   <li>{@code vehicles}: {@code AddVehicle}, {@code ChangeVehicle}, {@code RemoveVehicle}
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
