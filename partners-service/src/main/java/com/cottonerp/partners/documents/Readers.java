package com.cottonerp.partners.documents;

import com.cottonerp.partners.documents.pdf.PdfReader;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads and draws a few files at a time, each for a few seconds, on threads of its own. An upload
 * that finds all readers busy is answered {@link #TOO_BUSY} within 300 ms, so no upload waits for
 * the file of another. Thread-safe.
 */
@ApplicationScoped
class Readers {
  static final Extraction TOO_BUSY = Extraction.failed("Not read: too busy");
  static final Extraction TOO_LONG = Extraction.failed("Not read in time");

  private static final Logger LOG = Logger.getLogger(Readers.class);
  private static final Duration A_MOMENT = Duration.ofMillis(300);
  private static final int IN_THE_QUEUE = 16;

  /** A page of thumbnails is drawn one after the other, and takes no reader of an upload. */
  private static final int DRAWERS = 1;

  private final DocumentTextExtractor extractor;
  private final PdfReader pages;
  private final Vertx vertx;
  private final Duration readingTime;
  private final ThreadPoolExecutor threads;
  private final ThreadPoolExecutor drawers;

  Readers(
      DocumentTextExtractor extractor,
      Vertx vertx,
      @ConfigProperty(name = "partners.documents.reading-time") Duration readingTime,
      @ConfigProperty(name = "partners.documents.readers") int readers) {
    this.extractor = extractor;
    this.vertx = vertx;
    this.pages = new PdfReader(readingTime.plusSeconds(1));
    this.readingTime = readingTime;
    this.threads = pool(readers, "document-reader");
    this.drawers = pool(DRAWERS, "document-drawer");
  }

  private static ThreadPoolExecutor pool(int threads, String name) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(IN_THE_QUEUE),
            run -> new Thread(run, name));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /**
   * What came of drawing a page.
   *
   * @param png null when there is no picture
   * @param busy whether there may be one later
   */
  record Drawn(byte[] png, boolean busy) {
    private static final Drawn NOTHING = new Drawn(null, false);
    private static final Drawn LATER = new Drawn(null, true);
  }

  void stop(@Observes ShutdownEvent stopping) {
    threads.shutdownNow();
    drawers.shutdownNow();
  }

  /** What a file says, within the reading time; never a failure. */
  Uni<Extraction> read(UploadedFile file) {
    return run(threads, A_MOMENT, () -> extract(file), TOO_BUSY, TOO_LONG);
  }

  /** The first page as a PNG, which waits for those before and takes the reading time at most. */
  Uni<Drawn> thumbnail(byte[] content) {
    return run(drawers, readingTime, () -> draw(content), Drawn.LATER, Drawn.LATER);
  }

  private <T> Uni<T> run(
      ThreadPoolExecutor pool, Duration patience, Supplier<T> task, T tooBusy, T tooLong) {
    return Uni.createFrom()
        .completionStage(() -> begin(pool, patience, task, tooBusy, tooLong))
        .emitOn(MutinyHelper.executor(vertx.getOrCreateContext()));
  }

  private <T> CompletableFuture<T> begin(
      ThreadPoolExecutor pool, Duration patience, Supplier<T> task, T tooBusy, T tooLong) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    AtomicBoolean begun = new AtomicBoolean();
    FutureTask<Void> work =
        new FutureTask<>(
            () -> {
              begun.set(true);
              answer.complete(task.get());
            },
            null);
    try {
      pool.execute(work);
      endAfter(pool, patience, () -> !begun.get(), tooBusy, answer, work);
      endAfter(pool, patience.plus(readingTime), () -> true, tooLong, answer, work);
    } catch (RejectedExecutionException allAtWork) {
      answer.complete(tooBusy);
    }
    return answer;
  }

  private <T> void endAfter(
      ThreadPoolExecutor pool,
      Duration time,
      BooleanSupplier condition,
      T verdict,
      CompletableFuture<T> answer,
      FutureTask<Void> work) {
    long timer =
        vertx.setTimer(
            time.toMillis(),
            fired -> {
              if (condition.getAsBoolean() && answer.complete(verdict)) {
                work.cancel(true);
                pool.remove(work);
              }
            });
    answer.whenComplete((done, never) -> vertx.cancelTimer(timer));
  }

  private Drawn draw(byte[] content) {
    try {
      return new Drawn(pages.thumbnailOf(content), false);
    } catch (IOException none) {
      return Drawn.NOTHING;
    } catch (InterruptedException timeIsUp) {
      return Drawn.LATER;
    }
  }

  private Extraction extract(UploadedFile file) {
    try {
      return DocumentFields.read(
          file.type(), extractor.extract(file.kind().mimeType(), file.content()));
    } catch (IOException unreadable) {
      return Extraction.failed(unreadable.getMessage());
    } catch (InterruptedException timeIsUp) {
      return TOO_LONG;
    } catch (Throwable anyFailure) {
      // WHY Throwable: what reads a file of somebody else's making may fail in any way.
      LOG.warnf(anyFailure, "A document of %d bytes could not be read", file.content().length);
      return Extraction.failed("The file could not be read");
    }
  }
}
