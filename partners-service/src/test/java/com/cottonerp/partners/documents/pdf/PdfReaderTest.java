package com.cottonerp.partners.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.cottonerp.partners.testkit.Pdfs;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PdfReaderTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final PdfReader reader = new PdfReader(LONG);

  @Test
  void the_text_of_a_pdf_comes_line_by_line() throws Exception {
    assertThat(reader.textOf(Pdfs.of("Legal Name: Acme Cotton", "Date 01/04/2015")).lines())
        .containsExactly("Legal Name: Acme Cotton", "Date 01/04/2015");
  }

  @Test
  void of_a_long_text_the_beginning_comes() throws Exception {
    String line = "cotton ".repeat(400);
    String[] lines = new String[60];
    Arrays.fill(lines, line);

    assertThat(reader.textOf(Pdfs.of(lines)))
        .hasSize(PdfText.MAX_CHARACTERS)
        .startsWith("cotton cotton");
  }

  static Stream<Arguments> hostileFiles() {
    byte[] whole = Pdfs.of("text");
    return Stream.of(
        Arguments.of("encrypted", Pdfs.encrypted("text")),
        Arguments.of("half of one", Arrays.copyOf(whole, whole.length / 2)),
        Arguments.of("the first line of one", "%PDF-1.7".getBytes()),
        Arguments.of("one that unpacks to 300 MB", Pdfs.inflating(300)),
        Arguments.of("one that is locked with a certificate", Pdfs.lockedWithCertificate()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostileFiles")
  void a_file_that_cannot_be_read_is_a_failure_with_a_reason(String what, byte[] file) {
    assertThatThrownBy(() -> reader.textOf(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The PDF could not be read");
  }

  static Stream<Arguments> deepFiles() {
    return Stream.of(
        Arguments.of("arrays in arrays", Pdfs.nested(200_000)),
        Arguments.of("page trees in page trees", Pdfs.nestedPages(20_000)));
  }

  @Test
  void the_first_page_of_a_pdf_is_drawn_small() throws Exception {
    BufferedImage page = drawn(Pdfs.of("Legal Name: Acme Cotton"));

    assertThat(Math.max(page.getWidth(), page.getHeight())).isEqualTo(Thumbnail.PIXELS);
    assertThat(IntStream.range(0, page.getWidth() * page.getHeight()))
        .as("something is written on it")
        .anyMatch(at -> dark(page, at));
  }

  private BufferedImage drawn(byte[] file) throws IOException, InterruptedException {
    return ImageIO.read(new ByteArrayInputStream(reader.thumbnailOf(file)));
  }

  private static boolean dark(BufferedImage page, int at) {
    return (page.getRGB(at % page.getWidth(), at / page.getWidth()) & 0xFF) < 128;
  }

  @ParameterizedTest
  @CsvSource({"png, 3000, 1500, 480, 240", "jpg, 1500, 3000, 240, 480", "png, 10, 20, 10, 20"})
  void a_picture_is_made_small_and_never_large(
      String format, int width, int height, int smallWidth, int smallHeight) throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, file);

    BufferedImage small = drawn(file.toByteArray());

    assertThat(small.getWidth()).isEqualTo(smallWidth);
    assertThat(small.getHeight()).isEqualTo(smallHeight);
  }

  static Stream<Arguments> filesThatAreNotDrawn() {
    return Stream.concat(
        hostileFiles(),
        Stream.of(
            Arguments.of("a text", "1 Mill Road".getBytes()),
            Arguments.of("nothing", new byte[0]),
            Arguments.of(
                "a picture that says that it has four billion pixels",
                HexFormat.of()
                    .parseHex(
                        "89504e470d0a1a0a0000000d494844520000ffff0000ffff0802000000e1a5a8f4"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("filesThatAreNotDrawn")
  void what_cannot_be_drawn_is_a_failure_and_no_more(String what, byte[] file) {
    assertThatThrownBy(() -> reader.thumbnailOf(file)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("deepFiles")
  void a_file_of_any_depth_has_a_text_or_a_reason_why_not(String what, byte[] file)
      throws InterruptedException {
    try {
      assertThat(reader.textOf(file)).isBlank();
    } catch (IOException reason) {
      assertThat(reason).hasMessageStartingWith("The PDF could not be read");
    }
  }

  @Test
  void an_interrupt_ends_the_process() {
    CompletableFuture<Void> interrupted = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                reader.textOf(Pdfs.endless());
              } catch (InterruptedException asked) {
                interrupted.complete(null);
              } catch (IOException other) {
                interrupted.completeExceptionally(other);
              }
            });
    thread.start();
    await().atMost(LONG).until(() -> children().count() > 0);

    thread.interrupt();

    await().atMost(LONG).untilAsserted(() -> assertThat(interrupted).isCompleted());
    await().atMost(LONG).untilAsserted(() -> assertThat(children()).isEmpty());
  }

  @Test
  void a_process_ends_by_itself_when_nobody_ends_it() {
    PdfReader hasty = new PdfReader(Duration.ofMillis(500));

    assertThatThrownBy(() -> hasty.textOf(Pdfs.endless()))
        .isInstanceOf(IOException.class)
        .hasMessage("The PDF could not be read");
  }

  private static Stream<ProcessHandle> children() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains("PdfText"));
  }
}
