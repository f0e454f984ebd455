package com.cottonerp.tradedesk.locationdirectory;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All registered places that the trade desk knows. */
@ApplicationScoped
public class LocationDirectory implements PanacheRepositoryBase<KnownLocation, UUID> {}
