package com.cottonerp.partners.sharedcontacts;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The places of trades, by trade. */
@ApplicationScoped
class TradePlaces implements PanacheRepositoryBase<TradePlace, UUID> {}
