package com.cottonerp.tradedesk.commoditycatalog;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All commodities that the trade desk knows. */
@ApplicationScoped
public class CommodityCatalog implements PanacheRepositoryBase<CatalogEntry, UUID> {}
