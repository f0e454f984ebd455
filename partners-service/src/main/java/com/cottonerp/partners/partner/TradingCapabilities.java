package com.cottonerp.partners.partner;

import com.cottonerp.contracts.partners.v1.Capabilities;
import com.cottonerp.contracts.partners.v1.PartnerCapabilitiesChanged;
import com.cottonerp.partners.capabilities.CapabilityDetection;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.UUID;

/** What a partner may do, and why. */
@Embeddable
public record TradingCapabilities(
    @Column(name = "domestic_buy_india") boolean domesticBuyIndia,
    @Column(name = "domestic_sell_india") boolean domesticSellIndia,
    @Column(name = "domestic_buy_home_country") boolean domesticBuyHomeCountry,
    @Column(name = "domestic_sell_home_country") boolean domesticSellHomeCountry,
    @Column(name = "import_allowed") boolean importAllowed,
    @Column(name = "export_allowed") boolean exportAllowed,
    @Column(name = "detected_from") String detectedFrom,
    @Column(name = "capabilities_overridden") boolean overridden,
    @Column(name = "override_reason") String overrideReason) {

  static TradingCapabilities detected(CapabilityDetection detection) {
    return of(detection.capabilities(), String.join(",", detection.detectedFrom()), false, null);
  }

  TradingCapabilities overriddenWith(Capabilities capabilities, String reason) {
    return of(capabilities, detectedFrom, true, reason);
  }

  private static TradingCapabilities of(
      Capabilities flags, String detectedFrom, boolean overridden, String reason) {
    return new TradingCapabilities(
        flags.domesticBuyIndia(),
        flags.domesticSellIndia(),
        flags.domesticBuyHomeCountry(),
        flags.domesticSellHomeCountry(),
        flags.importAllowed(),
        flags.exportAllowed(),
        detectedFrom,
        overridden,
        reason);
  }

  public boolean mayBuy() {
    return domesticBuyIndia || domesticBuyHomeCountry || importAllowed;
  }

  Capabilities published() {
    return new Capabilities(
        domesticBuyIndia,
        domesticSellIndia,
        domesticBuyHomeCountry,
        domesticSellHomeCountry,
        importAllowed,
        exportAllowed);
  }

  PartnerCapabilitiesChanged changed(UUID partnerId) {
    return new PartnerCapabilitiesChanged(
        partnerId,
        domesticBuyIndia,
        domesticSellIndia,
        domesticBuyHomeCountry,
        domesticSellHomeCountry,
        importAllowed,
        exportAllowed,
        markers(),
        overridden,
        overrideReason);
  }

  List<String> markers() {
    return detectedFrom.isEmpty() ? List.of() : List.of(detectedFrom.split(","));
  }
}
