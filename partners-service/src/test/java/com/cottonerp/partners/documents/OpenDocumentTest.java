package com.cottonerp.partners.documents;

import static com.cottonerp.partners.testkit.Onboarding.APPLICATIONS;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.body;
import static com.cottonerp.partners.testkit.Onboarding.refused;
import static com.cottonerp.partners.testkit.Onboarding.start;
import static com.cottonerp.platform.testkit.Answers.created;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.partners.testkit.Pdfs;
import com.cottonerp.partners.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class OpenDocumentTest {
  private static final byte[] PICTURE = {
    (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 1, 2, 3, (byte) 0xFF
  };

  private String documents;

  @BeforeEach
  void anApplication() {
    documents = APPLICATIONS + "/" + start(body()) + "/documents";
  }

  private String uploaded(String name, byte[] bytes, String type) {
    return created(
        as("applicant")
            .contentType(ContentType.MULTIPART)
            .multiPart("documentType", "address_proof")
            .multiPart("file", name, bytes, type)
            .post(documents));
  }

  @Test
  void a_reviewer_gets_the_bytes_as_they_were_uploaded_and_a_browser_runs_nothing_in_them() {
    String text = uploaded("સરનામું; \"a\".txt", "1 Mill Road".getBytes(), "text/plain");
    String picture = uploaded("a.png", PICTURE, "image/png");

    Response opened = as("reviewer").get(documents + "/" + text + "/content");

    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(opened.asByteArray()).isEqualTo("1 Mill Road".getBytes());
    assertThat(opened.contentType()).startsWith("text/plain");
    assertThat(opened.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(opened.header("Content-Security-Policy")).contains("sandbox");
    assertThat(opened.header("Cache-Control")).isEqualTo("no-store");
    assertThat(opened.header("Content-Disposition"))
        .startsWith("inline; filename*=UTF-8''")
        .doesNotContain("\"", " a", ";  ");
    Response shown = as("reviewer").get(documents + "/" + picture + "/content");
    assertThat(shown.asByteArray()).isEqualTo(PICTURE);
    assertThat(shown.contentType()).isEqualTo("image/png");
  }

  @Test
  void a_reviewer_sees_the_first_page_where_it_can_be_drawn() throws IOException {
    String pdf = uploaded("a.pdf", Pdfs.of("1 Mill Road"), "application/pdf");
    String text = uploaded("b.txt", "1 Mill Road".getBytes(), "text/plain");
    String broken = uploaded("c.png", PICTURE, "image/png");

    Response seen = as("reviewer").get(documents + "/" + pdf + "/thumbnail");

    assertThat(seen.statusCode()).isEqualTo(200);
    assertThat(seen.contentType()).isEqualTo("image/png");
    assertThat(ImageIO.read(new ByteArrayInputStream(seen.asByteArray())).getHeight())
        .isEqualTo(480);
    for (String none : List.of(text, broken)) {
      refused(as("reviewer").get(documents + "/" + none + "/thumbnail"), 404, "no-thumbnail");
    }
    as("clerk", "PARTNER_READ").get(documents + "/" + pdf + "/thumbnail").then().statusCode(403);
    assertThat(
            RunningPostgres.rowsOf(
                "SELECT operation FROM audit_entry WHERE subject = '%s' AND kind = 'ApplicationDocument'"
                    .formatted(pdf)))
        .contains("opened");
  }

  @Test
  void who_opened_a_document_stands_in_the_audit() {
    String document = uploaded("a.txt", "1 Mill Road".getBytes(), "text/plain");
    as("reviewer").get(documents + "/" + document + "/content").then().statusCode(200);

    List<String> entries =
        RunningPostgres.rowsOf(
            "SELECT operation FROM audit_entry WHERE subject = '%s' AND kind = 'ApplicationDocument'"
                .formatted(document));

    assertThat(entries).contains("opened");
  }

  @Test
  void who_may_not_see_identifiers_opens_no_document() {
    String document = uploaded("a.txt", "1 Mill Road".getBytes(), "text/plain");

    as("clerk", "PARTNER_READ").get(documents + "/" + document + "/content").then().statusCode(403);
  }
}
