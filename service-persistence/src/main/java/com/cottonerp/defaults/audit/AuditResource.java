package com.cottonerp.defaults.audit;

import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who changed what, for auditors. */
@Path("/api/v1/audit")
@Tag(name = "Audit")
// The relay has no tables of its own.
@UnlessBuildProperty(
    name = "quarkus.hibernate-orm.enabled",
    stringValue = "false",
    enableIfMissing = true)
public class AuditResource {
  // Later than any time that a UUIDv7 can tell.
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private final AuditEntries entries;
  private final Caller caller;

  AuditResource(AuditEntries entries, Caller caller) {
    this.entries = entries;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Permission.AUDIT_READ)
  @WithSession
  @Operation(
      summary = "Who changed what, oldest first",
      description =
          "subject: a thing, together with its parts. actor: a user's id, job:<name>, event:<id> or"
              + " database:<role>. since (including) and until (excluding): a day such as 2026-03-01,"
              + " which begins in UTC, or an instant. Personal data and identifiers are masked."
              + " Cursor paging: repeat with after = next.")
  @APIResponse(responseCode = "200", description = "The entries; empty when nothing was changed")
  public Uni<Page<AuditEntry>> listAuditEntries(
      @QueryParam("subject") UUID subject,
      @QueryParam("actor") @Size(max = 500) String actor,
      @QueryParam("since") String since,
      @QueryParam("until") String until,
      @Valid @BeanParam PageRequest page) {
    if (!caller.seesEverybody()) {
      throw new Caller.InternalUsersOnly().refused();
    }
    return entries
        .find(
            new AuditEntries.Question(
                subject, actor, time("since", since), time("until", until), page.afterId()),
            page.limit() + 1)
        .map(
            found ->
                Page.of(found, page.limit(), Function.identity(), entry -> entry.id().toString()));
  }

  private static Instant time(String parameter, String text) {
    if (text == null) {
      return null;
    }
    try {
      Instant time =
          text.contains("T")
              ? Instant.parse(text)
              : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      if (!time.isBefore(Instant.EPOCH) && !time.isAfter(LATEST)) {
        return time;
      }
    } catch (DateTimeException wrong) {
      // Said below.
    }
    throw new InvalidField("/" + parameter, "is a day such as 2026-03-01 or an instant").refused();
  }
}
