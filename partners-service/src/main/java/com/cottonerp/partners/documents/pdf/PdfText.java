package com.cottonerp.partners.documents.pdf;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The child process: reads a PDF from its standard input and writes its text to its standard
 * output, in UTF-8. Its exit code is that of an {@link Outcome}. Its memory is limited by its
 * parent, and so is whatever the PDF unpacks to.
 */
final class PdfText {
  static final int MAX_PAGES = 20;
  static final int MAX_CHARACTERS = 100_000;

  private PdfText() {}

  /**
   * @param arguments the milliseconds after which the process ends, whatever it does
   */
  public static void main(String[] arguments) {
    ChildProcess.endAfter(Long.parseLong(arguments[0]));
    ChildProcess.giveWay();
    // Not by exit: what hangs, or has no memory left, must not be asked to come to an end.
    Runtime.getRuntime().halt(read().exitCode());
  }

  private static Outcome read() {
    try {
      String text = textOf(System.in.readAllBytes());
      try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return Outcome.READ;
    } catch (InvalidPasswordException encrypted) {
      return Outcome.ENCRYPTED;
    } catch (OutOfMemoryError tooLarge) {
      return Outcome.TOO_LARGE;
    } catch (Throwable anyFailure) {
      // WHY Throwable: the parser recurses as deep as the file says, and parts of it are optional.
      return Outcome.UNREADABLE;
    }
  }

  private static String textOf(byte[] content) throws IOException {
    FontMappers.set(new BuiltInFont());
    BoundedText text = new BoundedText(MAX_CHARACTERS);
    try (PDDocument pdf = Loader.loadPDF(content)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setEndPage(MAX_PAGES);
      stripper.writeText(pdf, text);
    } catch (BoundedText.Full enough) {
      return text.toString();
    }
    return text.toString();
  }
}
