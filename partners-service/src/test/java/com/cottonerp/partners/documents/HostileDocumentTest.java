package com.cottonerp.partners.documents;

import static com.cottonerp.partners.testkit.Onboarding.APPLICATIONS;
import static com.cottonerp.partners.testkit.Onboarding.PARTNERS;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.asExternal;
import static com.cottonerp.partners.testkit.Onboarding.body;
import static com.cottonerp.partners.testkit.Onboarding.partner;
import static com.cottonerp.partners.testkit.Onboarding.refused;
import static com.cottonerp.partners.testkit.Onboarding.start;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.partners.testkit.Pdfs;
import com.cottonerp.partners.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that do harm to whoever reads them. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class HostileDocumentTest {
  private static final String OCTETS = "application/octet-stream";
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
  private static final byte[] PROGRAM = HexFormat.of().parseHex("4d5a90000300000004000000");
  private static final byte[] PAGE = "<!doctype html><script>alert(1)</script>".getBytes(UTF_8);

  @Test
  void who_may_not_hand_in_is_told_so_before_the_file_is_looked_at() {
    RequestSpecification stranger = asExternal("stranger", UUID.randomUUID());
    String partner = partner();

    refused(
        uploaded(as("x"), documents(UUID.randomUUID().toString()), "a.exe", PROGRAM),
        404,
        "not-found");
    refused(
        uploaded(stranger, documents(start(body())), "a.exe", PROGRAM),
        403,
        "not-your-application");
    refused(
        uploaded(
            asExternal("stranger", UUID.randomUUID()),
            PARTNERS + "/" + partner + "/documents",
            "a.exe",
            PROGRAM),
        403,
        "somebody-elses-partner");
    refused(
        uploaded(as("x"), PARTNERS + "/" + UUID.randomUUID() + "/documents", "a.exe", PROGRAM),
        404,
        "not-found");
  }

  static Stream<Arguments> files() {
    byte[] pdf = Pdfs.of("text");
    return Stream.of(
        Arguments.of("newlines", "a.txt", "\n".repeat(3_000_000).getBytes(UTF_8)),
        Arguments.of("half a PDF", "a.pdf", Arrays.copyOf(pdf, pdf.length / 2)),
        Arguments.of("an encrypted PDF", "a.pdf", Pdfs.encrypted("text")),
        Arguments.of("a PDF that unpacks to 300 MB", "a.pdf", Pdfs.inflating(300)),
        Arguments.of("a deep PDF", "a.pdf", Pdfs.nested(200_000)),
        Arguments.of("a PDF with deep pages", "a.pdf", Pdfs.nestedPages(20_000)),
        Arguments.of("a PDF of an optional kind", "a.pdf", Pdfs.lockedWithCertificate()),
        Arguments.of("an endless PDF", "a.pdf", Pdfs.endless()),
        Arguments.of("a picture", "a.pdf", PNG));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void a_file_is_stored_whatever_its_reading_does(String what, String name, byte[] file) {
    String application = start(body());

    Response document = uploaded(as("applicant"), documents(application), name, file);

    assertThat(document.statusCode()).as(document.asString()).isEqualTo(201);
    assertThat(document.jsonPath().getFloat("confidence")).isZero();
    assertThat(document.jsonPath().getString("extractionError")).isNotBlank();
    String id = document.path("id");
    assertThat(
            RunningPostgres.rowsOf(
                "SELECT length(content) FROM partners.document_content WHERE document_id = '%s'"
                    .formatted(id)))
        .containsExactly(Integer.toString(file.length));
    assertThat(
            RunningPostgres.rowsOf(
                "SELECT payload ->> 'ocrConfidence' FROM partners.outbox_event WHERE payload ->> 'documentId' = '%s'"
                    .formatted(id)))
        .singleElement()
        .satisfies(confidence -> assertThat(confidence).isIn("0", "0.00"));
  }

  @Test
  void nobody_waits_until_somebody_elses_file_is_read() throws Exception {
    String application = start(body());
    byte[] endless = Pdfs.endless();
    ExecutorService many = Executors.newFixedThreadPool(12);
    try {
      List<Future<Response>> endlessOnes =
          IntStream.range(0, 12)
              .mapToObj(
                  at ->
                      many.submit(
                          () ->
                              uploaded(
                                  as("applicant-" + at),
                                  documents(start(body())),
                                  at + ".pdf",
                                  endless)))
              .toList();
      // Those that find nobody to read them are answered; those that are read are not.
      org.awaitility.Awaitility.await()
          .until(() -> endlessOnes.stream().filter(Future::isDone).count() >= 10);

      Response text =
          uploaded(
              as("applicant"),
              documents(application),
              "gst.txt",
              "Legal name: Acme\n24AAACA1234F1Z5\n01-04-2015".getBytes(UTF_8));
      Response pdf = uploaded(as("applicant"), documents(application), "a.pdf", Pdfs.of("text"));
      Response list = as("applicant").get(documents(application));

      assertThat(endlessOnes.stream().filter(one -> !one.isDone()).count())
          .as("the readers are at work still")
          .isPositive();
      assertThat(text.statusCode()).isEqualTo(201);
      assertThat(text.jsonPath().getFloat("confidence")).isEqualTo(1);
      assertThat(pdf.statusCode()).isEqualTo(201);
      assertThat(pdf.jsonPath().getString("extractionError")).isEqualTo("Not read: too busy");
      assertThat(list.jsonPath().getList("items.id")).hasSize(2);
      for (Future<Response> one : endlessOnes) {
        assertThat(one.get().statusCode()).isEqualTo(201);
      }
    } finally {
      many.shutdownNow();
    }
  }

  @Test
  void a_file_is_what_its_content_is() {
    String documents = documents(start(body()));
    byte[] certificate = Pdfs.of("24AAACA1234F1Z5", "Legal Name: Acme Cotton", "Date 01/04/2015");

    Response pdf = uploaded(as("applicant"), documents, "certificate", certificate);
    Response png = uploaded(as("applicant"), documents, "scan.pdf", PNG);

    assertThat(pdf.jsonPath().getString("mimeType")).isEqualTo("application/pdf");
    assertThat(pdf.jsonPath().getFloat("confidence")).as(pdf.asString()).isEqualTo(1);
    assertThat(pdf.jsonPath().getString("extractedFields.legal_name")).isEqualTo("Acme Cotton");
    assertThat(png.jsonPath().getString("mimeType")).isEqualTo("image/png");
    refused(uploaded(as("applicant"), documents, "a.pdf", PROGRAM), 415, "document-kind-not-taken");
    refused(uploaded(as("applicant"), documents, "a.pdf", PAGE), 415, "document-kind-not-taken");
    refused(
        uploaded(as("applicant"), documents, "a.html", "text".getBytes(UTF_8)),
        415,
        "document-kind-not-taken");
  }

  private static Response uploaded(
      RequestSpecification user, String documents, String name, byte[] file) {
    return user.contentType(ContentType.MULTIPART)
        .multiPart("documentType", "gst_certificate")
        .multiPart("file", name, file, OCTETS)
        .post(documents);
  }

  private static String documents(String application) {
    return APPLICATIONS + "/" + application + "/documents";
  }
}
