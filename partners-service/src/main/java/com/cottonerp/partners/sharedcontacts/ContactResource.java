package com.cottonerp.partners.sharedcontacts;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.applicant.Contact;
import com.cottonerp.partners.partner.BusinessPartner;
import com.cottonerp.partners.partner.Partners;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/partners/{id}/contact")
@Tag(name = "Partners")
public class ContactResource {
  private final Partners partners;
  private final SharedContacts shared;
  private final Caller caller;

  ContactResource(Partners partners, SharedContacts shared, Caller caller) {
    this.partners = partners;
    this.shared = shared;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(
      summary = "Whom to talk to",
      description =
          "For the partner itself, for internal users, and for partners that have a trade with it.")
  @APIResponse(responseCode = "200", description = "Name, e-mail and phone")
  @APIResponse(responseCode = "403", description = "contact-not-shared")
  public Uni<View> get(@PathParam("id") UUID id) {
    return maySee(id)
        .chain(
            allowed -> {
              if (!allowed) {
                throw new ContactNotShared(id).refused();
              }
              return partners.get(id);
            })
        .map(View::of);
  }

  private Uni<Boolean> maySee(UUID id) {
    if (!caller.isExternal()) {
      return Uni.createFrom().item(true);
    }
    return caller
        .partnerId()
        .map(own -> own.equals(id) ? Uni.createFrom().item(true) : shared.areShared(own, id))
        .orElse(Uni.createFrom().item(false));
  }

  @Schema(name = "SharedContactView")
  public record View(UUID partnerId, String legalName, Contact contact) {
    static View of(BusinessPartner partner) {
      return new View(partner.id(), partner.legalName(), partner.contact());
    }
  }

  /** The caller's partner has no trade with this one, or its event is on its way. */
  @Explained(
      means = "Contacts are shared between partners that have a trade with each other.",
      remedy = "Repeat later if the trade was made a moment ago; If-Applied waits for it.")
  record ContactNotShared(UUID partnerId) implements Refusal {
    @Override
    public int status() {
      return FORBIDDEN;
    }

    @Override
    public String detail() {
      return "You have no trade with partner %s that would share its contact".formatted(partnerId);
    }
  }
}
