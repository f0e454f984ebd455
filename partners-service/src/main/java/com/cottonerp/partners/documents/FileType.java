package com.cottonerp.partners.documents;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of files that are taken: what a reviewer can look at, and nothing that a machine would
 * execute or a browser would render. A file is what its bytes are, whatever its name or its sender
 * says. Pure.
 */
enum FileType {
  PDF("application/pdf", "255044462d"),
  PNG("image/png", "89504e470d0a1a0a"),
  JPEG("image/jpeg", "ffd8ff"),
  TIFF("image/tiff", "49492a00", "4d4d002a"),
  WEBP("image/webp", "52494646........57454250"),
  HEIC("image/heic", "........667479706865", "........667479706d696631"),
  TEXT("text/plain");

  /** Texts that a machine executes, or that a program shows as something else than their text. */
  private static final List<String> NO_PLAIN_TEXT = List.of("<", "#!", "%!", "{\\rtf");

  // A text is harmless until its name tells a machine to run it.
  private static final Set<String> ENDINGS_THAT_RUN =
      Set.of(
          "app", "apk", "bat", "chm", "cmd", "com", "command", "cpl", "dll", "eml", "exe", "hta",
          "htm", "html", "jar", "js", "jse", "jsp", "lnk", "mht", "mhtml", "mjs", "msc", "msi",
          "php", "pif", "pl", "ps1", "py", "rb", "reg", "scr", "sct", "sh", "shtml", "svg", "url",
          "vb", "vbe", "vbs", "wsf", "wsh", "xht", "xhtml", "xml", "xsl");

  private static final int LONGEST_MARGIN = 1024;

  private final String mimeType;
  private final List<String> beginnings;

  /**
   * @param beginnings in hexadecimal digits; a dot stands for any
   */
  FileType(String mimeType, String... beginnings) {
    this.mimeType = mimeType;
    this.beginnings = List.of(beginnings);
  }

  String mimeType() {
    return mimeType;
  }

  /** Empty when a file is of no kind that is taken. */
  static Optional<FileType> of(String name, byte[] content) {
    if (ENDINGS_THAT_RUN.contains(ending(name))) {
      return Optional.empty();
    }
    int start = firstThatIsNoBlank(content);
    return Arrays.stream(values())
        .filter(type -> type.beginnings.stream().anyMatch(hex -> begins(content, start, hex)))
        .findFirst()
        .or(() -> isPlainText(content) ? Optional.of(TEXT) : Optional.empty());
  }

  /** The characters of a plain text, as its byte order mark says: at most so many. */
  static String text(byte[] content, int most) {
    Charset charset = charset(content);
    int bytes = Math.min(content.length, 4 * most);
    String text = new String(content, 0, bytes, charset);
    return text.substring(0, Math.min(text.length(), most));
  }

  // Readers of PDFs take some blanks before the PDF; no other kind begins with one.
  private static int firstThatIsNoBlank(byte[] content) {
    int at = begins(content, 0, "efbbbf") ? 3 : 0;
    while (at < Math.min(content.length, LONGEST_MARGIN) && " \t\r\n\f".indexOf(content[at]) >= 0) {
      at++;
    }
    return at;
  }

  private static boolean begins(byte[] content, int start, String hex) {
    int length = hex.length() / 2;
    if (content.length - start < length) {
      return false;
    }
    String there = HexFormat.of().formatHex(content, start, start + length);
    for (int at = 0; at < hex.length(); at++) {
      if (hex.charAt(at) != '.' && hex.charAt(at) != there.charAt(at)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlainText(byte[] content) {
    Charset charset = charset(content);
    String head = new String(content, 0, Math.min(content.length, 4 * LONGEST_MARGIN), charset);
    String first = head.replace("\uFEFF", "").stripLeading().toLowerCase(Locale.ROOT);
    return NO_PLAIN_TEXT.stream().noneMatch(first::startsWith)
        && (charset == StandardCharsets.UTF_8 ? hasNoControls(content) : isWellFormed(content));
  }

  private static Charset charset(byte[] content) {
    if (begins(content, 0, "fffe")) {
      return StandardCharsets.UTF_16LE;
    }
    return begins(content, 0, "feff") ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
  }

  // Bytes above 127 may be those of any old code page.
  private static boolean hasNoControls(byte[] content) {
    for (byte one : content) {
      if (one >= 0 && one < ' ' && "\t\n\r\f".indexOf(one) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWellFormed(byte[] content) {
    try {
      return charset(content)
          .newDecoder()
          .decode(java.nio.ByteBuffer.wrap(content))
          .chars()
          .noneMatch(one -> one < ' ' && "\t\n\r\f".indexOf(one) < 0);
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }

  private static String ending(String name) {
    String trimmed = name.replaceAll("[. ]+$", "");
    return trimmed.substring(trimmed.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
