package com.cottonerp.settings.referencecounts;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** How many open posts use a thing. */
@ApplicationScoped
class ReferenceCounts implements PanacheRepositoryBase<PostReference, UUID> {}
