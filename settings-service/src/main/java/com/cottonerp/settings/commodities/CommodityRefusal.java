package com.cottonerp.settings.commodities;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/** Why a commodity is not created, changed or deleted. */
sealed interface CommodityRefusal extends Refusal {
  @Explained(means = "Another commodity has the code.", remedy = "Choose another code.")
  record CommodityCodeTaken(String code) implements CommodityRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "Another commodity has the code " + code;
    }
  }

  @Explained(
      means = "Open posts use the commodity, so what they count in stays.",
      remedy = "Wait until the posts have ended.")
  record CommodityInUse(UUID id, long openPosts) implements CommodityRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "%d open posts use it; deactivate it instead".formatted(openPosts);
    }
  }

  @Explained(means = "The commodity was deactivated.", remedy = "Reactivate the commodity first.")
  record CommodityInactive(UUID id) implements CommodityRefusal {
    @Override
    public String detail() {
      return "The commodity is not active";
    }
  }

  @Explained(means = "The commodity is active already.", remedy = "Nothing.")
  record CommodityActive(UUID id) implements CommodityRefusal {
    @Override
    public String detail() {
      return "The commodity is active";
    }
  }
}
