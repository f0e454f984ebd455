package com.cottonerp.partners.overview;

import com.cottonerp.partners.partner.BusinessPartner;
import com.cottonerp.partners.partner.PartnerFilter;
import com.cottonerp.partners.partner.PartnerSearch;
import com.cottonerp.partners.partner.PartnerView;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Writes partners page by page: one page is in memory, and no session is open between pages. */
@ApplicationScoped
class CsvExport {
  static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

  /** WHY: without it a spreadsheet takes Gujarati for a western code page. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final int PAGE = 500;
  private static final CsvMapper CSV =
      CsvMapper.csvBuilder()
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .addModule(
              new SimpleModule("harmless-cells").addSerializer(String.class, new HarmlessCell()))
          .build();
  private static final CsvSchema COLUMNS =
      CSV.schemaFor(PartnerLine.class).withLineSeparator("\r\n");
  private static final ObjectWriter LINES = CSV.writer(COLUMNS);

  private final PartnerSearch search;

  CsvExport(PartnerSearch search) {
    this.search = search;
  }

  /** Begins with the names of the columns, once the first page is there: until then it may fail. */
  Multi<String> lines(PartnerFilter filter, boolean sensitive) {
    AtomicReference<UUID> after = new AtomicReference<>();
    AtomicBoolean begun = new AtomicBoolean();
    return Multi.createBy()
        .repeating()
        .uni(() -> page(filter, after.get()).invoke(found -> after.set(lastOf(found))))
        .whilst(found -> found.size() == PAGE)
        .map(
            found ->
                (begun.getAndSet(true) ? "" : names())
                    + found.stream()
                        .map(one -> line(one, sensitive))
                        .collect(Collectors.joining()));
  }

  private Uni<List<BusinessPartner>> page(PartnerFilter filter, UUID after) {
    return Panache.withSession(() -> search.find(filter, after, PAGE));
  }

  private static UUID lastOf(List<BusinessPartner> found) {
    return found.isEmpty() ? null : found.get(found.size() - 1).id();
  }

  private static String names() {
    return BYTE_ORDER_MARK + String.join(",", COLUMNS.getColumnNames()) + "\r\n";
  }

  private static String line(BusinessPartner partner, boolean sensitive) {
    try {
      return LINES.writeValueAsString(PartnerLine.of(PartnerView.of(partner), sensitive));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
