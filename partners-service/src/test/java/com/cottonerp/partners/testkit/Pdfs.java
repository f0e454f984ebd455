package com.cottonerp.partners.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** PDFs as people hand them in, and as somebody makes them who wants to do harm. */
public final class Pdfs {
  private Pdfs() {}

  /** A page of lines. */
  public static byte[] of(String... lines) {
    try (PDDocument pdf = document(lines)) {
      return bytes(pdf);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public static byte[] encrypted(String... lines) {
    try (PDDocument pdf = document(lines)) {
      pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      return bytes(pdf);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A font of few bytes that unpacks to this many megabytes. */
  public static byte[] inflating(int megabytes) {
    return written(
        "/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>",
        List.of(
            stream("", "BT /F 9 Tf (text) Tj ET"),
            "<< /Type /Font /Subtype /TrueType /BaseFont /F /FontDescriptor 6 0 R >>",
            "<< /Type /FontDescriptor /FontName /F /Flags 4 /FontFile2 7 0 R >>",
            deflated(megabytes)));
  }

  /** Forms that draw forms, ten each: nobody sees the end of it. */
  public static byte[] endless() {
    int depth = 12;
    String draws = "/F Do\n".repeat(10);
    List<String> objects =
        IntStream.rangeClosed(0, depth)
            .mapToObj(
                level ->
                    stream(
                        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F %d 0 R >> >>"
                            .formatted(Math.min(level, depth - 1) + 5),
                        draws))
            .toList();
    return written("/Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >>", objects);
  }

  /** An array in an array, so many times. */
  public static byte[] nested(int depth) {
    return written(
        "/Contents 4 0 R /Nested %s%s".formatted("[".repeat(depth), "]".repeat(depth)),
        List.of(stream("", "BT ET")));
  }

  /** Page trees in page trees, so many times. */
  public static byte[] nestedPages(int depth) {
    List<String> objects =
        IntStream.range(0, depth)
            .mapToObj(at -> "<< /Type /Pages /Count 1 /Kids [%d 0 R] >>".formatted(at + 5))
            .collect(Collectors.toList());
    objects.add("<< /Type /Page /MediaBox [0 0 9 9] >>");
    return written("/Kids [4 0 R] /Type /Pages /Count 1", objects);
  }

  /** Locked with a certificate: the parser has a part for that, which is not installed. */
  public static byte[] lockedWithCertificate() {
    String pdf = new String(of("text"), ISO_8859_1);
    String encryption =
        "<< /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s4 /V 1 /Length 40 /Recipients [<3082>] >>";
    return pdf.replaceFirst("/Root", "/Encrypt " + encryption + "\n/Root").getBytes(ISO_8859_1);
  }

  private static PDDocument document(String... lines) throws IOException {
    PDDocument pdf = new PDDocument();
    PDPage page = new PDPage();
    pdf.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
      content.beginText();
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
      content.setLeading(20);
      content.newLineAtOffset(50, 700);
      for (String line : lines) {
        content.showText(line);
        content.newLine();
      }
      content.endText();
    }
    return pdf;
  }

  private static byte[] bytes(PDDocument pdf) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pdf.save(out);
    return out.toByteArray();
  }

  private static String stream(String dictionary, String content) {
    return "<< %s /Length %d >>\nstream\n%s\nendstream"
        .formatted(dictionary, content.length(), content);
  }

  private static String deflated(int megabytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
      byte[] blanks = " ".repeat(1 << 20).getBytes(ISO_8859_1);
      for (int at = 0; at < megabytes; at++) {
        out.write(blanks);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return stream("/Filter /FlateDecode", packed.toString(ISO_8859_1));
  }

  // Object 3 is the page, the others are numbered from 4.
  private static byte[] written(String page, List<String> others) {
    StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
    List<Integer> offsets = new java.util.ArrayList<>();
    List<String> objects = new java.util.ArrayList<>();
    objects.add("<< /Type /Catalog /Pages 2 0 R >>");
    objects.add("<< /Type /Pages /Count 1 /Kids [3 0 R] >>");
    objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] " + page + " >>");
    objects.addAll(others);
    for (String object : objects) {
      offsets.add(pdf.length());
      pdf.append("%d 0 obj\n%s\nendobj\n".formatted(offsets.size(), object));
    }
    int table = pdf.length();
    pdf.append("xref\n0 %d\n0000000000 65535 f \n".formatted(objects.size() + 1));
    offsets.forEach(offset -> pdf.append("%010d 00000 n \n".formatted(offset)));
    pdf.append(
        "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
            .formatted(objects.size() + 1, table));
    return pdf.toString().getBytes(ISO_8859_1);
  }
}
