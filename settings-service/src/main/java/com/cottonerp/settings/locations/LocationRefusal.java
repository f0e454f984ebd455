package com.cottonerp.settings.locations;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/** Why a location is not created, changed or deactivated. */
sealed interface LocationRefusal extends Refusal {
  @Explained(
      means = "The place is registered as a location already.",
      remedy = "Use that location.")
  record PlaceTaken(String placeId, UUID locationId) implements LocationRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "The place %s is location %s".formatted(placeId, locationId);
    }
  }

  @Explained(
      means = "Open posts use the location, so it stays.",
      remedy = "Wait until the posts have ended.")
  record LocationInUse(UUID id, long openPosts) implements LocationRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "%d open posts use it; deactivate it instead".formatted(openPosts);
    }
  }

  @Explained(means = "The location was deactivated.", remedy = "Reactivate the location first.")
  record LocationInactive(UUID id) implements LocationRefusal {
    @Override
    public String detail() {
      return "The location is not active";
    }
  }

  @Explained(means = "The location is active already.", remedy = "Nothing.")
  record LocationActive(UUID id) implements LocationRefusal {
    @Override
    public String detail() {
      return "The location is active";
    }
  }
}
