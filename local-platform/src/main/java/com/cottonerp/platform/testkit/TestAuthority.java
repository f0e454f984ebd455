package com.cottonerp.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An authority that signs server certificates for one test, with the JDK's keytool. Not
 * thread-safe.
 */
public final class TestAuthority {
  private static final String PASSWORD = "of-a-test-only";

  private final Path folder;
  private final String name;

  private TestAuthority(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /** Makes an authority with its files in the folder. */
  public static TestAuthority in(Path folder, String name) {
    TestAuthority authority = new TestAuthority(folder, name);
    authority.makePair(name, "-ext", "bc:critical=ca:true");
    authority.write(authority.certificate(), pem("CERTIFICATE", authority.encoded(name)));
    return authority;
  }

  /** The CA certificate as a PEM file, for clients. */
  public Path certificate() {
    return folder.resolve(name + ".pem");
  }

  /** Issues a certificate for a server with this host name. */
  public Server issue(String host) {
    String server = name + "-" + host;
    makePair(server);
    Path request = folder.resolve(server + ".csr");
    Path signed = folder.resolve(server + ".crt");
    keytool(server, "-certreq", "-file", request.toString());
    keytool(
        name,
        "-gencert",
        "-rfc",
        "-ext",
        "san=dns:" + host,
        "-infile",
        request.toString(),
        "-outfile",
        signed.toString());
    keytool(name, "-exportcert", "-rfc", "-file", folder.resolve(name + ".crt").toString());
    importAs(server, name, folder.resolve(name + ".crt"));
    importAs(server, server, signed);
    return new Server(signed, privateKey(server), store(server));
  }

  /**
   * A server's certificate and key.
   *
   * @param certificate a PEM file
   * @param key a PEM file with the private key; only its owner may read the file
   */
  public record Server(Path certificate, Path key, KeyStore store) {
    /** The TLS context of a server in this JVM. */
    public SSLContext context() {
      try {
        KeyManagerFactory keys =
            KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
      } catch (GeneralSecurityException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }

  private void makePair(String alias, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + alias, "-validity", "2"));
    arguments.addAll(List.of(more));
    keytool(alias, arguments.toArray(String[]::new));
  }

  private void importAs(String server, String alias, Path file) {
    run(server, List.of("-importcert", "-noprompt", "-alias", alias, "-file", file.toString()));
  }

  private void keytool(String alias, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("-alias", alias));
    run(alias, all);
  }

  private void run(String store, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(arguments);
    command.addAll(
        List.of(
            "-keystore",
            storeFile(store).toString(),
            "-storepass",
            PASSWORD,
            "-storetype",
            "PKCS12"));
    try {
      Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(keytool.getInputStream().readAllBytes());
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException("keytool failed: " + said);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private Path storeFile(String alias) {
    return folder.resolve(alias + ".p12");
  }

  private KeyStore store(String alias) {
    try (var in = Files.newInputStream(storeFile(alias))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD.toCharArray());
      return store;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private byte[] encoded(String alias) {
    try {
      Certificate certificate = store(alias).getCertificate(alias);
      return certificate.getEncoded();
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private Path privateKey(String alias) {
    try {
      Path file = folder.resolve(alias + ".key");
      byte[] key = store(alias).getKey(alias, PASSWORD.toCharArray()).getEncoded();
      write(file, pem("PRIVATE KEY", key));
      return file;
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  // PostgreSQL refuses a key that other users may read.
  private void write(Path file, String text) {
    try {
      Files.writeString(file, text);
      Files.setPosixFilePermissions(
          file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String pem(String kind, byte[] encoded) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded));
  }
}
