package com.cottonerp.defaults.idempotency;

import com.cottonerp.defaults.audit.Audited;
import com.cottonerp.defaults.events.EventIdHeader;
import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.Reply;
import com.cottonerp.defaults.idempotency.FormerCallers.Former;
import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.problem.Refusal;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.text.Texts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jboss.resteasy.reactive.RestResponse;

@RequestScoped
class IdempotentCommands implements Commands {
  private static final int MAX_KEY_LENGTH = 255;

  private final IdempotencyKeys keys;
  private final FormerCallers former;
  private final Caller caller;
  private final HttpServerRequest http;
  private final ObjectMapper json;
  private final EventIdHeader events;

  IdempotentCommands(
      IdempotencyKeys keys,
      FormerCallers former,
      Caller caller,
      HttpServerRequest http,
      ObjectMapper json,
      EventIdHeader events) {
    this.keys = keys;
    this.former = former;
    this.caller = caller;
    this.http = http;
    this.json = json;
    this.events = events;
  }

  @Override
  public <T> Uni<RestResponse<T>> once(Object content, Supplier<Uni<Reply<T>>> command) {
    String key = http.getHeader("Idempotency-Key");
    return key == null
        ? Audited.transaction(content, command).map(Reply::toResponse)
        : Audited.transaction(content, () -> underKey(request(key, content), command))
            .map(IdempotentCommands::asSent);
  }

  // WHY unchecked: the JSON is what was written of a T when the request came first.
  @SuppressWarnings("unchecked")
  private static <T> RestResponse<T> asSent(Reply<String> reply) {
    return (RestResponse<T>)
        reply.with(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON).toResponse();
  }

  private Uni<Reply<String>> underKey(
      IdempotentRequest request, Supplier<? extends Uni<? extends Reply<?>>> command) {
    return Panache.getSession()
        .chain(
            session ->
                keys.claim(session, request)
                    .chain(
                        ours ->
                            ours
                                ? former
                                    .of(session, caller)
                                    .chain(names -> run(session, request, names, command))
                                : replay(session, request)));
  }

  // A replica of an earlier version may have carried it out, or may be about to: its key is taken
  // too.
  private Uni<Reply<String>> run(
      Session session,
      IdempotentRequest request,
      List<Former> names,
      Supplier<? extends Uni<? extends Reply<?>>> command) {
    if (names.isEmpty()) {
      return command
          .get()
          .map(reply -> keys.written(events.onto(reply)))
          .chain(reply -> keys.complete(session, request, reply));
    }
    IdempotentRequest earlier = request.by(names.get(0).caller());
    return keys.claim(session, earlier)
        .chain(
            ours ->
                ours
                    ? run(session, request, names.subList(1, names.size()), command)
                        .call(reply -> keys.complete(session, earlier, reply))
                    : replay(session, earlier)
                        .invoke(() -> mustBeTheSame(names.get(0), request.key()))
                        .chain(reply -> keys.complete(session, request, reply)));
  }

  // WHY no answer: it may be that of another partner for which the user acts.
  private static void mustBeTheSame(Former name, String key) {
    if (!name.isSurelyTheSame()) {
      throw new IdempotencyKeyOfBefore(key).refused();
    }
  }

  private Uni<Reply<String>> replay(Session session, IdempotentRequest request) {
    return keys.firstReply(session, request)
        .map(reply -> reply.orElseThrow(() -> new IdempotencyKeyReused(request.key()).refused()));
  }

  private IdempotentRequest request(String key, Object content) {
    if (key.isBlank() || key.length() > MAX_KEY_LENGTH) {
      throw new InvalidField("/Idempotency-Key", "has 1 to 255 characters").refused();
    }
    if (!Texts.isStorable(key)) {
      throw new InvalidField("/Idempotency-Key", Texts.NOT_STORABLE).refused();
    }
    String operation = http.method().name() + " " + http.path();
    return new IdempotentRequest(caller.userAndPartner(), operation, key, hash(content));
  }

  private byte[] hash(Object content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(content));
    } catch (NoSuchAlgorithmException | JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Explained(
      means = "The Idempotency-Key belongs to another request of the caller.",
      remedy = "Use a new key for a new request; repeat a request with the same bytes.")
  record IdempotencyKeyReused(String key) implements Refusal {
    @Override
    public int status() {
      return UNPROCESSABLE;
    }

    @Override
    public String detail() {
      return "The Idempotency-Key '%s' was used for another request".formatted(key);
    }
  }

  @Explained(
      means =
          "An earlier version executed a request with this key, and did not record who sent the request.",
      remedy = "Look whether it was carried out; use a new key if not.")
  record IdempotencyKeyOfBefore(String key) implements Refusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "Under the Idempotency-Key '%s' this was carried out before an upgrade, which does not tell for whom; look at the thing"
          .formatted(key);
    }
  }
}
