/**
 * Partners after their approval: suspension, reactivation, capabilities.
 *
 * <p>Aggregate: {@code BusinessPartner}. Events: PartnerCreated, PartnerApproved, PartnerSuspended,
 * PartnerReactivated, PartnerCapabilitiesChanged; and of its locations PartnerLocationAdded,
 * PartnerLocationUpdated, PartnerLocationRemoved.
 */
package com.cottonerp.partners.partner;
