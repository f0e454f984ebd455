/**
 * The know-your-customer check: valid for 365 days, renewed by a renewal that somebody completes,
 * expired by a job, reminded of before it expires.
 *
 * <p>State and events belong to the aggregate {@code BusinessPartner}: PartnerKycRenewed,
 * PartnerKycExpired, and PartnerSuspended where a renewal fails.
 */
package com.cottonerp.partners.kyc;
