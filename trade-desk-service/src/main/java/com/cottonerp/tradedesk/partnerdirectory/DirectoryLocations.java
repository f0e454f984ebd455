package com.cottonerp.tradedesk.partnerdirectory;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The places of the partners that the trade desk knows. */
@ApplicationScoped
class DirectoryLocations implements PanacheRepositoryBase<DirectoryLocation, UUID> {}
