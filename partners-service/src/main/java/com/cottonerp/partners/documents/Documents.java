package com.cottonerp.partners.documents;

import com.cottonerp.defaults.foureyes.Contributors;
import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.Listing;
import com.cottonerp.defaults.lists.Order;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.partners.documenttypes.DocumentType;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The documents of all applications. */
@ApplicationScoped
public class Documents implements PanacheRepositoryBase<ApplicationDocument, UUID> {
  public Uni<ApplicationDocument> get(UUID applicationId, UUID documentId) {
    return find("id = ?1 and applicationId = ?2", documentId, applicationId)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("document", documentId).refused());
  }

  public Uni<List<ApplicationDocument>> of(UUID applicationId) {
    return list("applicationId", Sort.by("id"), applicationId);
  }

  /** As {@link #of}, as the API shows documents. In the caller's session. */
  public Uni<Page<DocumentView>> pageOf(UUID applicationId, PageRequest page) {
    return new Listing<>(
            ApplicationDocument.class,
            new Conditions().is("applicationId", applicationId),
            Order.byTime("oldest", ApplicationDocument::id))
        .page(page, ApplicationDocument::view);
  }

  /** Adds who uploaded, and who verified, the chosen documents of an application. */
  public Uni<Contributors> addContributors(
      Contributors contributors, UUID applicationId, Predicate<ApplicationDocument> chosen) {
    return of(applicationId)
        .invoke(
            all ->
                all.stream()
                    .filter(chosen)
                    .forEach(document -> document.addContributors(contributors)))
        .replaceWith(contributors);
  }

  /** Which types of documents a reviewer found in order. */
  public Uni<Set<DocumentType>> verifiedTypes(UUID applicationId) {
    return verified(applicationId)
        .map(
            documents ->
                documents.stream().map(ApplicationDocument::type).collect(Collectors.toSet()));
  }

  /** The documents that a reviewer found in order. */
  public Uni<List<ApplicationDocument>> verified(UUID applicationId) {
    return list("applicationId = ?1 and status = ?2", applicationId, DocumentStatus.VERIFIED);
  }

  /** Whose verified documents were valid until before a day, by id. */
  public Uni<List<UUID>> applicationsWithExpired(LocalDate today, UUID after, int limit) {
    return find(
            """
            select distinct applicationId from ApplicationDocument
            where status = ?1 and expiresOn < ?2 and applicationId > ?3 order by applicationId\
            """,
            DocumentStatus.VERIFIED,
            today,
            after)
        .project(UUID.class)
        .range(0, limit - 1)
        .list();
  }

  /** They count as verified no more. */
  public Uni<Integer> expire(UUID applicationId, LocalDate today) {
    return update(
        "status = ?1 where applicationId = ?2 and status = ?3 and expiresOn < ?4",
        DocumentStatus.EXPIRED,
        applicationId,
        DocumentStatus.VERIFIED,
        today);
  }
}
