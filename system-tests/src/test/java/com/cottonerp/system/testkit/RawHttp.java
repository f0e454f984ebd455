package com.cottonerp.system.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * HTTP as bytes: sends what no client would send. One connection for each request, which the
 * program is asked to close.
 */
public final class RawHttp {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private RawHttp() {}

  /**
   * What came back.
   *
   * @param headers their names in lower case
   */
  public record Answer(int status, Map<String, String> headers, String body) {
    public boolean isProblem() {
      return headers.getOrDefault("content-type", "").startsWith("application/problem+json");
    }
  }

  /** A connection to a program, for whoever says every byte. */
  public static Socket connect(String program) throws IOException {
    URI address = URI.create(program);
    Socket socket = new Socket(address.getHost(), address.getPort());
    socket.setSoTimeout((int) PATIENCE.toMillis());
    return socket;
  }

  /**
   * Sends a request and reads its answer.
   *
   * @param head the lines before the body, without the blank one
   * @throws IOException when there is no answer that is HTTP
   */
  public static Answer send(String program, String head, byte[] body) throws IOException {
    try (Socket socket = connect(program)) {
      ByteArrayOutputStream request = new ByteArrayOutputStream();
      request.write((head + "\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
      request.write(body);
      try {
        socket.getOutputStream().write(request.toByteArray());
      } catch (IOException answeredAlready) {
        // A request that is refused by its head need not be read to its end.
      }
      return read(new BufferedInputStream(socket.getInputStream()));
    }
  }

  /** Reads one answer. */
  public static Answer read(InputStream in) throws IOException {
    String status = line(in);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return new Answer(Integer.parseInt(status.split(" ")[1]), headers, body(in, headers));
  }

  private static String body(InputStream in, Map<String, String> headers) throws IOException {
    if (headers.containsKey("content-length")) {
      return new String(in.readNBytes(Integer.parseInt(headers.get("content-length"))), UTF_8);
    }
    if (!"chunked".equals(headers.get("transfer-encoding"))) {
      return "";
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      byte[] chunk = in.readNBytes(size);
      if (chunk.length < size) {
        throw new EOFException("The answer was cut off after " + body.size() + " bytes");
      }
      body.write(chunk);
      line(in);
    }
    return body.toString(UTF_8);
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in).strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("The connection was closed before an answer: '" + line + "'");
      }
      line.append((char) next);
    }
    return line.toString().replace("\r", "");
  }
}
