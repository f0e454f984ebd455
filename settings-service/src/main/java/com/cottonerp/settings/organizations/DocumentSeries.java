package com.cottonerp.settings.organizations;

import com.cottonerp.defaults.problem.InvalidField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The numbers of one document type in one financial year. Only the issuing statement changes the
 * next number.
 */
@Entity
@Table(name = "document_series")
class DocumentSeries {
  @Id UUID id;

  @Column(name = "organization_id", updatable = false)
  UUID organizationId;

  @Column(name = "document_type", updatable = false)
  String documentType;

  @Column(name = "financial_year_id", updatable = false)
  UUID financialYearId;

  String prefix;

  @Column(name = "resets_annually")
  boolean resetsAnnually;

  @Column(name = "next_number", updatable = false)
  long nextNumber;

  boolean active;

  /**
   * The body of a new series.
   *
   * @param documentType such as INVOICE, in upper or lower case
   * @param prefix such as INV; a slash follows the prefix unless the prefix ends with a mark. With
   *     six digits a number has sixteen characters at most
   * @param resetsAnnually false: numbers continue from the type's last series
   * @param firstNumber 1 by default
   */
  @Schema(name = "DocumentSeriesBody")
  record Body(
      @NotNull
          @Pattern(
              regexp = "[A-Za-z][A-Za-z0-9_-]{0,31}",
              message = "is up to 32 letters, digits, dashes or underscores")
          String documentType,
      @NotNull UUID financialYearId,
      @NotBlank
          @Size(max = 32)
          @Schema(
              description =
                  "A slash follows it unless it ends with / or -; with six digits a number has 16"
                      + " characters at most")
          String prefix,
      Boolean resetsAnnually,
      @Min(1) Long firstNumber) {}

  /** The body of a changed series. */
  @Schema(name = "DocumentSeriesChange")
  record Change(@NotBlank @Size(max = 32) String prefix, boolean active) {}

  /** A series in the API. */
  @Schema(name = "DocumentSeriesView")
  record View(
      UUID id,
      String documentType,
      UUID financialYearId,
      String prefix,
      boolean resetsAnnually,
      long nextNumber,
      boolean active) {}

  /** A document number, issued once. */
  @Schema(name = "IssuedDocumentNumber")
  public record Issued(
      String documentType,
      UUID financialYearId,
      @Schema(description = "In India; it decides the financial year") LocalDate documentDate,
      long number,
      String documentNumber) {}

  /** A number that was taken from a series. */
  record Taken(UUID seriesId, SeriesPrefix prefix, long number) {
    /** Refused when a document may not have it: the series has come to its end. */
    String written() {
      if (!prefix.fits(number)) {
        throw new OrganizationRefusal.SeriesAtItsEnd(prefix.number(number)).refused();
      }
      return prefix.number(number);
    }
  }

  static DocumentSeries of(UUID id, UUID organizationId, Body body, long firstNumber) {
    SeriesPrefix.of(body.prefix(), firstNumber);
    DocumentSeries series = new DocumentSeries();
    series.id = id;
    series.organizationId = organizationId;
    series.documentType = typeOf(body.documentType());
    series.financialYearId = body.financialYearId();
    series.prefix = body.prefix();
    series.resetsAnnually = !Boolean.FALSE.equals(body.resetsAnnually());
    series.nextNumber = firstNumber;
    series.active = true;
    return series;
  }

  static String typeOf(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  void change(Change change) {
    // A series may stop as it is: only its next number has to fit.
    boolean asItIs = !change.active() && prefix.equals(change.prefix());
    if (!asItIs && !SeriesPrefix.of(change.prefix(), 1).fits(nextNumber)) {
      throw new InvalidField("/prefix", "leaves no room for the next number, " + nextNumber)
          .refused();
    }
    prefix = change.prefix();
    active = change.active();
  }

  SeriesPrefix prefix() {
    return SeriesPrefix.stored(prefix);
  }

  View view() {
    return new View(id, documentType, financialYearId, prefix, resetsAnnually, nextNumber, active);
  }
}
