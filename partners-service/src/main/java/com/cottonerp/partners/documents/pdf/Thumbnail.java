package com.cottonerp.partners.documents.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The child process: reads a PDF or a picture from its standard input and writes the first page,
 * made small, to its standard output as PNG. Its exit code is that of an {@link Outcome}. Its
 * memory is limited by its parent. What it writes is made of pixels: nothing of the file itself
 * gets through.
 */
final class Thumbnail {
  /** Of the longer side. */
  static final int PIXELS = 480;

  private Thumbnail() {}

  /**
   * @param arguments the milliseconds after which the process ends, whatever it does
   */
  public static void main(String[] arguments) {
    ChildProcess.endAfter(Long.parseLong(arguments[0]));
    ChildProcess.giveWay();
    // Not by exit: what hangs, or has no memory left, must not be asked to come to an end.
    Runtime.getRuntime().halt(draw().exitCode());
  }

  private static Outcome draw() {
    try {
      ImageIO.setUseCache(false);
      BufferedImage drawn = draw(System.in.readAllBytes());
      try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
        return ImageIO.write(small(drawn), "png", out) ? Outcome.READ : Outcome.UNREADABLE;
      }
    } catch (InvalidPasswordException encrypted) {
      return Outcome.ENCRYPTED;
    } catch (OutOfMemoryError tooLarge) {
      return Outcome.TOO_LARGE;
    } catch (Throwable anyFailure) {
      // WHY Throwable: what draws the file of somebody else may fail in any way.
      return Outcome.UNREADABLE;
    }
  }

  /** What is no picture that Java reads is a PDF, or nothing. */
  private static BufferedImage draw(byte[] content) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      return readers.hasNext() ? picture(readers.next(), in) : page(content);
    }
  }

  private static BufferedImage page(byte[] content) throws IOException {
    FontMappers.set(new BuiltInFont());
    try (PDDocument pdf = Loader.loadPDF(content)) {
      PDRectangle page = pdf.getPage(0).getCropBox();
      float scale = PIXELS / Math.max(page.getWidth(), page.getHeight());
      return new PDFRenderer(pdf).renderImage(0, scale, ImageType.RGB);
    }
  }

  /** Reads as few pixels as are needed: a picture may say that it has billions. */
  private static BufferedImage picture(ImageReader reader, ImageInputStream in) throws IOException {
    reader.setInput(in, true, true);
    int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * PIXELS));
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, param);
  }

  /** On white, within the size, in the shape that it has. */
  private static BufferedImage small(BufferedImage drawn) {
    double scale = Math.min(1, (double) PIXELS / Math.max(drawn.getWidth(), drawn.getHeight()));
    int width = Math.max(1, (int) Math.round(drawn.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(drawn.getHeight() * scale));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = small.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(drawn, 0, 0, width, height, Color.WHITE, null);
    pen.dispose();
    return small;
  }
}
