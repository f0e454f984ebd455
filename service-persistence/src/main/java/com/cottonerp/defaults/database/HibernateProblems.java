package com.cottonerp.defaults.database;

import com.cottonerp.defaults.problem.ProblemResponses;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.Response;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What Hibernate throws when somebody else changed the same thing. */
class HibernateProblems {
  private static final Logger LOG = Logger.getLogger(HibernateProblems.class);

  @ServerExceptionMapper({OptimisticLockException.class, StaleStateException.class})
  public Response concurrentChange(RuntimeException failure) {
    return ProblemResponses.concurrentChange();
  }

  @ServerExceptionMapper
  public Response constraint(ConstraintViolationException failure) {
    LOG.warnf("A constraint of the database refused a change: %s", failure.getConstraintName());
    return ProblemResponses.concurrentChange();
  }
}
