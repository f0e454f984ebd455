package com.cottonerp.partners.documents;

import com.cottonerp.defaults.problem.NotFound;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The documents of all applications. */
@ApplicationScoped
public class Documents implements PanacheRepositoryBase<ApplicationDocument, UUID> {
  Uni<ApplicationDocument> get(UUID applicationId, UUID documentId) {
    return find("id = ?1 and applicationId = ?2", documentId, applicationId)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("document", documentId).refused());
  }

  Uni<List<ApplicationDocument>> of(UUID applicationId) {
    return list("applicationId", Sort.by("id"), applicationId);
  }

  /** Which types of documents a reviewer found in order. */
  public Uni<Set<DocumentType>> verifiedTypes(UUID applicationId) {
    return list("applicationId = ?1 and status = ?2", applicationId, DocumentStatus.VERIFIED)
        .map(
            documents ->
                documents.stream().map(ApplicationDocument::type).collect(Collectors.toSet()));
  }
}
