package com.cottonerp.defaults.http;

import com.cottonerp.defaults.audit.Audited;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * The one shape of "change this thing" over HTTP: load it, compare {@code If-Match} with its
 * version, change and save it in one audited transaction, and answer with it and its {@code ETag}.
 * Immutable.
 *
 * @param load refuses with 404 when there is none
 * @param save in the transaction; makes the new version known
 * @param view what the API shows of it
 */
public record ChangeById<A>(
    Commands commands,
    Function<UUID, Uni<A>> load,
    ToLongFunction<A> version,
    Function<A, Uni<A>> save,
    Function<A, ?> view) {

  /**
   * A POST, which is executed once for an {@code Idempotency-Key}.
   *
   * @param ifMatch null when the caller does not say
   * @param body what makes the request the same request, beside the id
   */
  public Uni<Response> post(UUID id, String ifMatch, Object body, Consumer<A> change) {
    return commands.once(
        body,
        () ->
            load.apply(id)
                .invoke(found -> EntityTags.check(ifMatch, version.applyAsLong(found)))
                .invoke(change)
                .chain(save::apply)
                .map(this::reply));
  }

  /**
   * A PUT: it must name the version that it changes.
   *
   * @param change may ask others first; the thing is saved afterwards
   */
  public Uni<Response> put(UUID id, String ifMatch, Function<A, Uni<?>> change) {
    return changed(id, ifMatch, change).map(changed -> reply(changed).toResponse());
  }

  /** A DELETE: as a PUT, answered with 204. */
  public Uni<Response> delete(UUID id, String ifMatch, Function<A, Uni<?>> change) {
    return changed(id, ifMatch, change).map(gone -> Response.noContent().build());
  }

  private Uni<A> changed(UUID id, String ifMatch, Function<A, Uni<?>> change) {
    return Audited.transaction(
        () ->
            load.apply(id)
                .invoke(found -> EntityTags.require(ifMatch, version.applyAsLong(found)))
                .call(change::apply)
                .chain(save::apply));
  }

  public Reply reply(A thing) {
    return Reply.ok(view.apply(thing)).withVersion(version.applyAsLong(thing));
  }

  /**
   * @param path where a GET finds it
   */
  public Reply created(String path, A thing) {
    return Reply.created(path, view.apply(thing)).withVersion(version.applyAsLong(thing));
  }
}
