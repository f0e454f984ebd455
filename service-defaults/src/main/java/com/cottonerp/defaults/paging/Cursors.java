package com.cottonerp.defaults.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cottonerp.defaults.security.Caller;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Makes the cursors of lists opaque, and binds them to the list, its filters and the caller: the
 * next page of another list would skip and repeat things without a word. Thread-safe.
 *
 * <p>WHY no secret: a cursor permits nothing. It says where to begin among the things that the
 * caller may see anyway.
 */
public class Cursors {
  static final String EXPECTED =
      "is next of the page before, of the same caller, and with the same other parameters";

  private static final int SEAL = 12;
  private static final Set<String> NOT_BOUND = Set.of("after", "limit");

  private final Caller caller;

  // As many entries as there are operations.
  private final Map<Method, Boolean> paged = new ConcurrentHashMap<>();

  Cursors(Caller caller) {
    this.caller = caller;
  }

  /** Refuses with 422 a cursor of another list, of other filters, or of another caller. */
  @ServerRequestFilter
  public void check(ContainerRequestContext request, ResourceInfo resource) {
    String after = request.getUriInfo().getQueryParameters().getFirst("after");
    if (after == null || !isPaged(resource.getResourceMethod())) {
      return;
    }
    if (!after.equals(seal(positionIn(after), request.getUriInfo()))) {
      throw After.refused();
    }
  }

  /** Makes a cursor of the position at which a page ends. */
  @ServerResponseFilter
  public void seal(
      ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
    if (response.getEntity() instanceof Page<?> page
        && page.next() != null
        && isPaged(resource.getResourceMethod())) {
      response.setEntity(new Page<>(page.items(), seal(page.next(), request.getUriInfo())));
    }
  }

  static String positionIn(String cursor) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException made) {
      throw After.refused();
    }
    if (bytes.length <= SEAL) {
      throw After.refused();
    }
    return new String(bytes, SEAL, bytes.length - SEAL, UTF_8);
  }

  private String seal(String position, UriInfo uri) {
    byte[] text = position.getBytes(UTF_8);
    byte[] seal = digest(caller.userAndPartner() + "\n" + of(uri) + "\n" + position);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ByteBuffer.allocate(SEAL + text.length).put(seal, 0, SEAL).put(text).array());
  }

  private static String of(UriInfo uri) {
    MultivaluedMap<String, String> given = uri.getQueryParameters();
    Map<String, Object> bound = new TreeMap<>(given);
    bound.keySet().removeAll(NOT_BOUND);
    return uri.getPath() + " " + bound;
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private boolean isPaged(Method method) {
    return paged.computeIfAbsent(
        method,
        asked ->
            Arrays.stream(asked.getParameters())
                .anyMatch(
                    parameter ->
                        parameter.isAnnotationPresent(BeanParam.class)
                            && Arrays.stream(parameter.getType().getDeclaredFields())
                                .anyMatch(field -> field.getType() == After.class)));
  }
}
