package com.cottonerp.tradedesk.tradeterms;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The terms that a body names, each by its id at settings. */
@Schema(
    name = "TermsBody",
    description =
        "Terms of trade by their ids (GET /api/v1/trade-terms of settings); what is left out is not"
            + " agreed on, or in an offer stays as it is")
public record TermsBody(
    UUID tradeTypeId,
    UUID bargainTypeId,
    UUID passingTermId,
    UUID weightmentTermId,
    UUID deliveryTermId,
    UUID paymentTermId) {

  /** A term that a property names, and the kind of which it has to be. */
  record Wanted(String property, String kind, UUID termId) {}

  /** Those that are named. */
  List<Wanted> wanted() {
    return Stream.of(
            new Wanted("tradeTypeId", "trade_type", tradeTypeId),
            new Wanted("bargainTypeId", "bargain_type", bargainTypeId),
            new Wanted("passingTermId", "passing_term", passingTermId),
            new Wanted("weightmentTermId", "weightment_term", weightmentTermId),
            new Wanted("deliveryTermId", "delivery_term", deliveryTermId),
            new Wanted("paymentTermId", "payment_term", paymentTermId))
        .filter(wanted -> wanted.termId() != null)
        .toList();
  }
}
