package com.cottonerp.partners.sharedcontacts;

import com.cottonerp.contracts.trade.v1.AvailabilityEvent;
import com.cottonerp.contracts.trade.v1.MatchEvent;
import com.cottonerp.contracts.trade.v1.NegotiationEvent;
import com.cottonerp.contracts.trade.v1.PartnerContactShared;
import com.cottonerp.contracts.trade.v1.PositionEvent;
import com.cottonerp.contracts.trade.v1.RequirementEvent;
import com.cottonerp.contracts.trade.v1.TradeCreated;
import com.cottonerp.contracts.trade.v1.TradeEvent;
import com.cottonerp.contracts.trade.v1.TradeStatusChanged;
import com.cottonerp.eventing.inbox.EventPosition;
import com.cottonerp.eventing.inbox.ReadModel;
import com.cottonerp.eventing.inbox.Routes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps shared contacts up to date. */
@ApplicationScoped
public class SharedContactsProjection implements ReadModel {
  private final SharedContacts contacts;
  private final TradePlaces places;
  private final Routes<TradeEvent> routes =
      Routes.from(TradeEvent.TOPIC, TradeEvent.class)
          .on(TradeCreated.class, this::created)
          .on(PartnerContactShared.class, this::shared)
          .ignoring(
              TradeStatusChanged.class,
              AvailabilityEvent.class,
              RequirementEvent.class,
              MatchEvent.class,
              NegotiationEvent.class,
              PositionEvent.class)
          .complete();

  SharedContactsProjection(SharedContacts contacts, TradePlaces places) {
    this.contacts = contacts;
    this.places = places;
  }

  @Override
  public String name() {
    return "shared-contacts";
  }

  @Override
  public List<String> tables() {
    return List.of("shared_contact", "trade_place");
  }

  @Override
  public Routes<TradeEvent> routes() {
    return routes;
  }

  private Uni<Void> created(TradeCreated event, EventPosition at) {
    TradePlace place = new TradePlace();
    place.tradeId = event.tradeId();
    place.buyerId = event.buyerId();
    place.sellerId = event.sellerId();
    place.billToId = event.billTo() == null ? null : event.billTo().locationId();
    place.shipFromId = event.shipFrom() == null ? null : event.shipFrom().locationId();
    return places.persist(place).replaceWithVoid();
  }

  private Uni<Void> shared(PartnerContactShared event, EventPosition at) {
    SharedContact contact = new SharedContact();
    contact.tradeId = event.tradeId();
    contact.number = event.number();
    contact.buyerId = event.buyerId();
    contact.sellerId = event.sellerId();
    return contacts.persist(contact).replaceWithVoid();
  }
}
