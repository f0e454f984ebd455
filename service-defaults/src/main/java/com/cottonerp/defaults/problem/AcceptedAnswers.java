package com.cottonerp.defaults.problem;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses requests that accept no JSON. WHY: where a resource does not declare its media type, the
 * framework writes the toString of the answer as any other type that the client asks for.
 */
class AcceptedAnswers {
  /** Refuses with 406; null lets the request pass. */
  @ServerRequestFilter
  public Response check(ContainerRequestContext request, ResourceInfo resource) {
    boolean acceptable =
        request.getAcceptableMediaTypes().stream()
            .anyMatch(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE));
    return acceptable || namesItsType(resource) ? null : ProblemResponses.ofStatus(406);
  }

  private static boolean namesItsType(ResourceInfo resource) {
    return resource.getResourceMethod().isAnnotationPresent(Produces.class)
        || resource.getResourceClass().isAnnotationPresent(Produces.class);
  }
}
