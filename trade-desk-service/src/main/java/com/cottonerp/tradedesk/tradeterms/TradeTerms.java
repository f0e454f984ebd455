package com.cottonerp.tradedesk.tradeterms;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All terms that the trade desk knows. */
@ApplicationScoped
public class TradeTerms implements PanacheRepositoryBase<KnownTerm, UUID> {}
