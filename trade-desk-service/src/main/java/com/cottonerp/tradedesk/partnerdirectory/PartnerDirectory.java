package com.cottonerp.tradedesk.partnerdirectory;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The partners that the trade desk knows. */
@ApplicationScoped
class PartnerDirectory implements PanacheRepositoryBase<DirectoryEntry, UUID> {}
