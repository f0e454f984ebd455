package com.cottonerp.partners.partner;

import com.cottonerp.defaults.lists.TimeOrder;
import com.cottonerp.partners.applicant.EntityClass;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which partners to show; what is not given narrows nothing. */
public class PartnerFilter {
  @QueryParam("status")
  @Parameter(schema = @Schema(implementation = PartnerStatus.class))
  public String status;

  @QueryParam("kycStatus")
  @Parameter(schema = @Schema(implementation = KycStatus.class))
  public String kycStatus;

  @QueryParam("kycExpiringDays")
  @Min(0)
  @Max(3650)
  @Parameter(description = "a valid KYC that expires within so many days")
  public Integer kycExpiringDays;

  @QueryParam("entityClass")
  @Parameter(schema = @Schema(implementation = EntityClass.class))
  public String entityClass;

  @QueryParam("country")
  @Pattern(regexp = "[A-Z]{2}", message = "is an ISO 3166 code of two letters")
  public String country;

  @QueryParam("state")
  @Size(max = 100)
  @Parameter(description = "the state of the address, capitals or not")
  public String state;

  @QueryParam("riskCategory")
  @Pattern(regexp = "LOW|MEDIUM|HIGH|CRITICAL", message = "is LOW, MEDIUM, HIGH or CRITICAL")
  @Parameter(description = "as risk last assessed the partner")
  public String riskCategory;

  @QueryParam("approvedFrom")
  @Parameter(description = "a day in India, inclusive")
  public LocalDate approvedFrom;

  @QueryParam("approvedTo")
  @Parameter(description = "a day in India, inclusive")
  public LocalDate approvedTo;

  @QueryParam("q")
  @Size(max = 100)
  @Parameter(
      description =
          "words of code, legal and trade name, each by its beginning: 'dha spin' finds Dhaka"
              + " Spinning; with PARTNER_VIEW_SENSITIVE also all of PAN or tax id")
  public String q;

  @QueryParam("order")
  @DefaultValue("newest")
  @Parameter(description = "newest or oldest", schema = @Schema(implementation = TimeOrder.class))
  public String order;
}
