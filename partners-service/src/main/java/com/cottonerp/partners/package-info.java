/**
 * Partners: who may trade. Use cases, each a handler of its name.
 *
 * <ul>
 *   <li>{@code onboarding}: StartApplication, EditApplication, SubmitApplication, DecideApplication
 *   <li>{@code documents}: UploadDocument, ReviewDocument
 *   <li>{@code partner}: SuspendPartner, ReactivatePartner, OverrideCapabilities
 *   <li>{@code locations}: AddLocation, UpdateLocation, RemoveLocation
 * </ul>
 *
 * <p>Two aggregates, {@code OnboardingApplication} and {@code BusinessPartner}; both publish on
 * {@code partner-events}. {@code capabilities} holds the rules for what a partner may do, {@code
 * identity} the keyed hashes that leave this context instead of PAN and phone.
 */
package com.cottonerp.partners;
