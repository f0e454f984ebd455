/**
 * Partners after their approval: status, credit limit, capabilities, relationships.
 *
 * <p>Aggregate: {@code BusinessPartner}. Events: PartnerCreated, PartnerApproved, PartnerUpdated,
 * PartnerSuspended, PartnerReactivated, PartnerDeactivated, PartnerCapabilitiesChanged,
 * PartnerCreditLimitChanged, PartnerRelationshipsChanged; and of its locations
 * PartnerLocationAdded, PartnerLocationUpdated, PartnerLocationRemoved.
 */
package com.cottonerp.partners.partner;
