package com.cottonerp.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** {@code ./run traces}: shows the way of a request through the programs. */
final class TracesCommand {
  private final RunningSystem running;

  TracesCommand(RunningSystem running) {
    this.running = running;
  }

  /**
   * Shows the last traces and the tree of the newest trace, or the tree of one trace.
   *
   * @param id the beginning of a trace id; empty for the last traces
   */
  String show(String id) {
    SystemFile system = running.find().orElseThrow(() -> new UsageException("Nothing runs: ./run"));
    if (system.traces() == null) {
      throw new UsageException("This system keeps no traces");
    }
    if (!id.matches("[0-9a-f]{0,32}")) {
      throw new UsageException("'" + id + "' is not a trace id, nor the beginning of one");
    }
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(system.traces() + "/traces/" + id)).build(),
                  BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new UsageException(answer.body().strip());
      }
      return answer.body();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
