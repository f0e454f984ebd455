package com.cottonerp.partners.sharedcontacts;

import com.cottonerp.partners.applicant.Address;
import com.cottonerp.partners.applicant.Applicant;
import com.cottonerp.partners.applicant.Contact;
import com.cottonerp.partners.applicant.NoGstReason;
import com.cottonerp.partners.identity.Identifier;
import com.cottonerp.partners.partner.BusinessPartner;
import jakarta.annotation.Nullable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whom to talk to, and what an invoice says of the partner: rule 46 of the CGST Rules asks for
 * name, address and GSTIN of both sides.
 *
 * @param gstin null when the partner is not registered for GST
 * @param noGstReason null when it is registered, and abroad
 */
public record SharedContactView(
    UUID partnerId,
    String legalName,
    @Nullable String tradeName,
    @Nullable
        @Schema(
            description =
                "Of the place that ships, or is billed, in the trade that was asked about; else of"
                    + " the first registration. Null when the partner is not registered for GST."
                    + " Internal users see the last four characters, all of it with"
                    + " PARTNER_VIEW_SENSITIVE")
        Identifier gstin,
    @Nullable
        @Schema(
            description =
                "Why the partner has no GSTIN, such as agriculturist; null when it has one, and"
                    + " abroad")
        NoGstReason noGstReason,
    Address registeredAddress,
    Contact contact) {

  static SharedContactView of(BusinessPartner partner, Identifier gstin) {
    Applicant facts = partner.applicant();
    return new SharedContactView(
        partner.id(),
        facts.legalName(),
        facts.tradeName(),
        gstin,
        gstin == null ? facts.noGstReason() : null,
        facts.address(),
        partner.contact());
  }
}
