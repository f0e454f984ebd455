package com.cottonerp.partners.partner;

import com.cottonerp.defaults.audit.Audited;
import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.Reply;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** Changes one partner and answers with it; ETag is its version. */
@ApplicationScoped
class PartnerCommands {
  private final Commands commands;
  private final PartnerAccess access;
  private final SavePartner saving;

  PartnerCommands(Commands commands, PartnerAccess access, SavePartner saving) {
    this.commands = commands;
    this.access = access;
    this.saving = saving;
  }

  /** A POST: the aggregate alone decides. */
  Uni<RestResponse<PartnerView>> change(
      UUID id, String ifMatch, Object body, Consumer<BusinessPartner> change) {
    return changeBy(id, ifMatch, body, partner -> saving.change(partner, change));
  }

  /** A POST that needs more than the aggregate. */
  Uni<RestResponse<PartnerView>> changeBy(
      UUID id,
      String ifMatch,
      Object body,
      Function<BusinessPartner, Uni<BusinessPartner>> change) {
    return commands.once(
        body, () -> access.load(id, ifMatch).chain(change::apply).map(this::reply));
  }

  /** A PUT: it must name the version that it changes. */
  Uni<RestResponse<PartnerView>> replace(
      UUID id, String ifMatch, Function<BusinessPartner, Uni<BusinessPartner>> change) {
    return Audited.transaction(
        () ->
            access
                .loadMatching(id, ifMatch)
                .chain(change::apply)
                .call(saving::flush)
                .map(partner -> reply(partner).toResponse()));
  }

  Reply<PartnerView> reply(BusinessPartner partner) {
    return Reply.ok(PartnerView.of(partner)).withVersion(partner.version());
  }
}
