package com.cottonerp.partners.documents;

import static com.cottonerp.partners.testkit.Onboarding.APPLICATIONS;
import static com.cottonerp.partners.testkit.Onboarding.body;
import static com.cottonerp.partners.testkit.Onboarding.refused;
import static com.cottonerp.partners.testkit.Onboarding.start;
import static com.cottonerp.partners.testkit.Onboarding.tokenOf;
import static com.cottonerp.partners.testkit.Onboarding.upload;
import static com.cottonerp.partners.testkit.Onboarding.withToken;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.partners.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that are on their way for as long as their clients like. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class UploadsAtOnceTest {
  private static final int MOST_OF_ONE = 16;

  @Test
  void one_user_has_some_files_on_their_way_at_once_and_keeps_nobody_else_from_uploading()
      throws IOException {
    String application = start(body());
    String documents = APPLICATIONS + "/" + application + "/documents";
    String token = tokenOf("slow-" + application);
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < MOST_OF_ONE; i++) {
        slow.add(beginUpload(documents, token));
      }

      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() -> refused(one(documents, token), 503, "busy"));
      assertThat(one(documents, token).header("Retry-After")).isEqualTo("1");
      upload(application, "pan_card").then().statusCode(201);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    assertThat(one(documents, token).statusCode())
        .as("files of a client that went away take their place until they are deleted")
        .isEqualTo(503);
    await().atMost(Duration.ofMinutes(2)).until(() -> one(documents, token).statusCode() != 503);
    await().atMost(Duration.ofMinutes(2)).until(() -> fewerFilesThan(MOST_OF_ONE));
  }

  private static boolean fewerFilesThan(int most) throws IOException {
    try (var files = Files.list(Path.of("target/uploads"))) {
      return files.count() < most;
    }
  }

  private static Response one(String documents, String token) {
    return withToken(token)
        .contentType(ContentType.MULTIPART)
        .multiPart("documentType", "pan_card")
        .multiPart("file", "pan.txt", "some text".getBytes(ISO_8859_1), "text/plain")
        .post(documents);
  }

  private static Socket beginUpload(String documents, String token) throws IOException {
    Socket socket = new Socket("localhost", RestAssured.port);
    socket
        .getOutputStream()
        .write(
            ("POST "
                    + documents
                    + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + token
                    + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n"
                    + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                    + "Content-Type: text/plain\r\n\r\nbeginning")
                .getBytes(ISO_8859_1));
    return socket;
  }
}
