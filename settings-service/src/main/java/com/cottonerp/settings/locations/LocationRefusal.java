package com.cottonerp.settings.locations;

import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/** Why a location is not created, changed or deactivated. */
sealed interface LocationRefusal extends Refusal {
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

  record LocationInactive(UUID id) implements LocationRefusal {
    @Override
    public String detail() {
      return "The location is not active";
    }
  }

  record LocationActive(UUID id) implements LocationRefusal {
    @Override
    public String detail() {
      return "The location is active";
    }
  }
}
