package com.cottonerp.partners.paperwork;

import com.cottonerp.defaults.http.QueryEnum;
import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.TimeOrder;
import com.cottonerp.partners.documents.DocumentStatus;
import com.cottonerp.partners.documenttypes.DocumentType;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which documents a list shows; what is not given does not narrow it. */
record DocumentFilter(
    @QueryParam("status") @Parameter(schema = @Schema(implementation = DocumentStatus.class))
        String status,
    @QueryParam("documentType") @Parameter(schema = @Schema(implementation = DocumentType.class))
        String documentType,
    @QueryParam("applicationId") UUID applicationId,
    @QueryParam("partnerId") @Parameter(description = "whose application it belongs to")
        UUID partnerId,
    @QueryParam("uploadedFrom") @Parameter(description = "a day in India, inclusive")
        LocalDate uploadedFrom,
    @QueryParam("uploadedTo") @Parameter(description = "a day in India, inclusive")
        LocalDate uploadedTo,
    @QueryParam("order")
        @DefaultValue("newest")
        @Parameter(
            description = "newest or oldest",
            schema = @Schema(implementation = TimeOrder.class))
        String order) {
  private static final String OF_PARTNER =
      "exists (select 1 from BusinessPartner p where p.id = :partner and p.applicationId = item.applicationId)";
  private static final String NOT_REJECTED =
      "exists (select 1 from OnboardingApplication a where a.id = item.applicationId and a.status <> REJECTED)";

  Conditions conditions() {
    DocumentStatus wanted = QueryEnum.of(DocumentStatus.class, "status", status);
    return new Conditions()
        .is("status", wanted)
        .when(wanted == DocumentStatus.UPLOADED, NOT_REJECTED)
        .is("type", QueryEnum.of(DocumentType.class, "documentType", documentType))
        .is("applicationId", applicationId)
        .add(OF_PARTNER, "partner", partnerId)
        .made(uploadedFrom, uploadedTo, "uploaded");
  }
}
