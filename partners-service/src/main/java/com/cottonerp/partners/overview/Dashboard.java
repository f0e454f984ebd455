package com.cottonerp.partners.overview;

import java.util.Map;

/**
 * Counts of partners, as of now.
 *
 * @param kycExpiringIn30Days valid until within 30 days, today included
 * @param byRiskCategory as risk last assessed them; NOT_ASSESSED for the rest
 * @param topStates the ten with the most partners
 * @param approvedByMonth the last twelve months, such as 2026-11, UTC; months without any are 0
 */
public record Dashboard(
    long total,
    Map<String, Long> byStatus,
    Map<String, Long> byEntityClass,
    Map<String, Long> byKycStatus,
    long kycExpiringIn30Days,
    Map<String, Long> byRiskCategory,
    Map<String, Long> topStates,
    Map<String, Long> approvedByMonth) {}
