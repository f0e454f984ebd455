package com.cottonerp.defaults.limits;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Bounds what uploads take of the disk: so many at once of one client and of all of them, and so
 * many bytes. An upload beyond is answered with 503; the client repeats the request. A request
 * without a valid token is refused before a byte of the body is read, and needs no place here. A
 * file is deleted with its request. The file of a client that went away is deleted a while later
 * and takes its place until then, so that clients cannot fill the disk by going away. The next
 * start deletes the files that a crash left. Thread-safe.
 */
@ApplicationScoped
class Uploads {
  private static final Logger LOG = Logger.getLogger(Uploads.class);

  private static final int LOOKS_PER_TIME = 5;

  private final Vertx vertx;
  private final Path directory;
  private final int mostAtOnce;
  private final int mostOfOne;
  private final long mostBytes;
  private final long unknownLength;
  private final Duration abandonedAfter;
  private final Duration lookedAtEvery;

  private final Map<String, Share> clients = new HashMap<>();
  private int atOnce;
  private long bytes;

  /**
   * @param abandonedAfter how long an abandoned file was not written to; no request takes that long
   * @param largest of a body that does not tell its length
   */
  Uploads(
      Vertx vertx,
      @ConfigProperty(name = "quarkus.http.body.uploads-directory") Path directory,
      @ConfigProperty(name = "http.uploads.at-once") int mostAtOnce,
      @ConfigProperty(name = "http.uploads.of-one-at-once") int mostOfOne,
      @ConfigProperty(name = "http.uploads.max-size") MemorySize mostBytes,
      @ConfigProperty(name = "http.uploads.abandoned-after") Duration abandonedAfter,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
    this.vertx = vertx;
    this.directory = directory;
    this.mostAtOnce = mostAtOnce;
    this.mostOfOne = mostOfOne;
    this.mostBytes = mostBytes.asLongValue();
    this.abandonedAfter = abandonedAfter;
    this.lookedAtEvery = abandonedAfter.dividedBy(LOOKS_PER_TIME);
    this.unknownLength = largest.asLongValue();
  }

  // The directory is this program's own, and no upload has begun yet.
  void forgetThoseOfTheLastRun(@Observes StartupEvent started) {
    forgetThoseBefore(Instant.MAX);
    vertx.setPeriodic(
        lookedAtEvery.toMillis(),
        time ->
            vertx.executeBlocking(
                () -> {
                  forgetThoseBefore(Instant.now().minus(abandonedAfter));
                  return null;
                }));
  }

  /** WHY: the framework keeps the file of a client that went away in the middle of it. */
  void forgetThoseBefore(Instant time) {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, Files::isRegularFile)) {
      for (Path file : left) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(time)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException failure) {
      LOG.warnf(failure, "Uploads that nobody needs any more stay in %s", directory);
    }
  }

  static boolean isUpload(String contentType) {
    return contentType != null && contentType.regionMatches(true, 0, "multipart/", 0, 10);
  }

  /** False, and nothing is taken, when the client or all of them have enough under way. */
  boolean begin(String client, RoutingContext request) {
    String length = request.request().getHeader("content-length");
    long size = length == null ? unknownLength : Long.parseLong(length);
    if (!take(client, size)) {
      return false;
    }
    AtomicBoolean over = new AtomicBoolean();
    request.addEndHandler(
        ended -> {
          if (over.compareAndSet(false, true)) {
            end(client, size, ended.succeeded());
          }
        });
    // No handler is called for a client that was gone before.
    if ((request.response().closed() || request.response().ended())
        && over.compareAndSet(false, true)) {
      end(client, size, false);
    }
    return true;
  }

  private void end(String client, long size, boolean whole) {
    if (whole) {
      release(client, size);
    } else {
      vertx.setTimer(
          abandonedAfter.plus(lookedAtEvery).toMillis(), deleted -> release(client, size));
    }
  }

  // One client has a quarter of the bytes at most, if it has more than one file.
  synchronized boolean take(String client, long size) {
    Share share = clients.getOrDefault(client, Share.NOTHING);
    if (atOnce >= mostAtOnce
        || bytes + size > mostBytes
        || share.files() >= mostOfOne
        || (share.files() > 0 && share.bytes() + size > mostBytes / 4)) {
      return false;
    }
    clients.put(client, share.and(1, size));
    atOnce++;
    bytes += size;
    return true;
  }

  synchronized void release(String client, long size) {
    clients.computeIfPresent(
        client, (key, share) -> share.files() == 1 ? null : share.and(-1, -size));
    atOnce--;
    bytes -= size;
  }

  /** What a client has under way. */
  private record Share(int files, long bytes) {
    static final Share NOTHING = new Share(0, 0);

    Share and(int moreFiles, long moreBytes) {
      return new Share(files + moreFiles, bytes + moreBytes);
    }
  }
}
