package com.cottonerp.defaults.http;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Runs a command in one transaction. With an {@code Idempotency-Key} the same request is executed
 * once: the key, the change and its events commit together, and a repetition within 24 hours gets
 * the first answer (with the header {@code Idempotency-Replayed}); another body under the same key
 * is refused with 422.
 */
public interface Commands {
  /**
   * @param content what makes the request the same request: the parsed body, or whatever stands for
   *     it
   * @param command loads, decides and saves; runs inside the transaction
   */
  <T> Uni<RestResponse<T>> once(Object content, Supplier<Uni<Reply<T>>> command);
}
