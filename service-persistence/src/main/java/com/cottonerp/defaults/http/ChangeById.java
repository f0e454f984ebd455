package com.cottonerp.defaults.http;

import com.cottonerp.defaults.audit.Audited;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The one shape of "change this thing" over HTTP: load it, compare {@code If-Match} with its
 * version, change and save it in one audited transaction, and answer with it and its {@code ETag}.
 * Immutable.
 *
 * @param <A> the aggregate
 * @param <V> what the API shows of it
 * @param load refuses with 404 when there is none
 * @param save in the transaction; makes the new version known
 * @param view what the API shows of it
 */
public record ChangeById<A, V>(
    Commands commands,
    Function<UUID, Uni<A>> load,
    ToLongFunction<A> version,
    Function<A, Uni<A>> save,
    Function<A, V> view) {

  /** A change that the thing decides alone, for {@link #put}, {@link #add} and {@link #delete}. */
  public static <A> Function<A, Uni<?>> alone(Consumer<A> change) {
    return found -> Uni.createFrom().voidItem().invoke(() -> change.accept(found));
  }

  /** As this one, but answers with another view: of a part, for example. */
  public <P> ChangeById<A, P> showing(Function<A, P> part) {
    return new ChangeById<>(commands, load, version, save, part);
  }

  /** A GET: the thing and its {@code ETag}, which a change then names; in the caller's session. */
  public Uni<RestResponse<V>> get(UUID id) {
    return load.apply(id).map(found -> reply(found).toResponse());
  }

  /**
   * A POST, which is executed once for an {@code Idempotency-Key}.
   *
   * @param ifMatch null when the caller does not say
   * @param body what makes the request the same request, beside the id
   */
  public Uni<RestResponse<V>> post(UUID id, String ifMatch, Object body, Consumer<A> change) {
    return postWith(id, ifMatch, body, alone(change));
  }

  /**
   * As {@link #post}.
   *
   * @param change may ask others first; the thing is saved afterwards
   */
  public Uni<RestResponse<V>> postWith(
      UUID id, String ifMatch, Object body, Function<A, Uni<?>> change) {
    return once(id, ifMatch, body, change, this::reply);
  }

  /**
   * A POST that adds a part to the thing; answered with 201.
   *
   * @param path where a GET finds the part
   */
  public Uni<RestResponse<V>> add(
      UUID id, String ifMatch, Object body, String path, Function<A, Uni<?>> change) {
    return once(id, ifMatch, body, change, changed -> created(path, changed));
  }

  private Uni<RestResponse<V>> once(
      UUID id,
      String ifMatch,
      Object body,
      Function<A, Uni<?>> change,
      Function<A, Reply<V>> answer) {
    return commands.once(
        body,
        () ->
            load.apply(id)
                .invoke(found -> EntityTags.check(ifMatch, version.applyAsLong(found)))
                .call(change::apply)
                .chain(save::apply)
                .map(answer));
  }

  /**
   * A PUT: it must name the version that it changes.
   *
   * @param change may ask others first; the thing is saved afterwards
   */
  public Uni<RestResponse<V>> put(UUID id, String ifMatch, Function<A, Uni<?>> change) {
    return changed(id, ifMatch, change).map(changed -> reply(changed).toResponse());
  }

  /** A DELETE: as a PUT, answered with 204. */
  public Uni<RestResponse<Void>> delete(UUID id, String ifMatch, Function<A, Uni<?>> change) {
    return changed(id, ifMatch, change).map(gone -> RestResponse.noContent());
  }

  private Uni<A> changed(UUID id, String ifMatch, Function<A, Uni<?>> change) {
    return Audited.transaction(
        () ->
            load.apply(id)
                .invoke(found -> EntityTags.require(ifMatch, version.applyAsLong(found)))
                .call(change::apply)
                .chain(save::apply));
  }

  public Reply<V> reply(A thing) {
    return Reply.ok(view.apply(thing)).withVersion(version.applyAsLong(thing));
  }

  /**
   * @param path where a GET finds it
   */
  public Reply<V> created(String path, A thing) {
    return Reply.created(path, view.apply(thing)).withVersion(version.applyAsLong(thing));
  }
}
