package com.cottonerp.contracts.risk.v1;

import com.cottonerp.contracts.Money;
import java.util.List;
import java.util.UUID;

/** A partner's standing changed. */
public record PartnerRiskAssessed(
    UUID partnerId,
    int riskScore,
    String category,
    Money recommendedCreditLimit,
    List<String> factors)
    implements RiskEvent {}
