package com.cottonerp.settings.commodities;

import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/** Why a commodity is not created, changed or deleted. */
sealed interface CommodityRefusal extends Refusal {
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

  record CommodityInactive(UUID id) implements CommodityRefusal {
    @Override
    public String detail() {
      return "The commodity is not active";
    }
  }

  record CommodityActive(UUID id) implements CommodityRefusal {
    @Override
    public String detail() {
      return "The commodity is active";
    }
  }
}
