package com.cottonerp.contracts.risk.v1;

import com.cottonerp.contracts.PublishedEvent;

/** Everything on the topic {@code risk-events}, version 1. */
public sealed interface RiskEvent extends PublishedEvent
    permits RiskAssessed, PartnerRiskAssessed, ExposureLevelChanged, PartyLinkDetected {
  String TOPIC = "risk-events";
}
