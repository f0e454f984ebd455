package com.cottonerp.defaults.security;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/**
 * The partner has deactivated this employee.
 *
 * @param userId the opaque id of the user
 */
@Explained(
    means = "The partner has deactivated this employee.",
    remedy = "Nothing; only the partner can activate the employee again.")
public record AccessWithdrawn(String userId, UUID partnerId) implements Refusal {
  @Override
  public int status() {
    return FORBIDDEN;
  }

  @Override
  public String detail() {
    return "You may act for the partner %s no more".formatted(partnerId);
  }
}
