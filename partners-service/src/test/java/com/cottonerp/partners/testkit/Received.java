package com.cottonerp.partners.testkit;

import com.cottonerp.eventing.inbox.Inbox;
import com.cottonerp.eventing.testkit.InboxFeed;
import com.cottonerp.partners.openbusiness.OpenBusinessProjection;
import com.cottonerp.partners.riskstandings.RiskStandingsProjection;
import com.cottonerp.partners.sharedcontacts.SharedContactsProjection;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Events of other contexts, as they come from Pub/Sub. */
@ApplicationScoped
public class Received {
  @Inject OpenBusinessProjection openBusiness;
  @Inject RiskStandingsProjection riskStandings;
  @Inject SharedContactsProjection sharedContacts;
  private final InboxFeed tradeDesk;
  private final InboxFeed risk;

  Received(Inbox inbox, Vertx vertx, ObjectMapper json) {
    tradeDesk = new InboxFeed(inbox, vertx, json, "trade-desk", "partners.trade-events");
    risk = new InboxFeed(inbox, vertx, json, "risk", "partners.risk-events");
  }

  public void trade(UUID aggregate, long sequence, String type, String payload) {
    tradeDesk.feed(aggregate, sequence, type, bytes(payload), openBusiness, sharedContacts);
  }

  public void risk(UUID aggregate, long sequence, String type, String payload) {
    risk.feed(aggregate, sequence, type, bytes(payload), riskStandings);
  }

  private static byte[] bytes(String payload) {
    return payload.getBytes(StandardCharsets.UTF_8);
  }
}
