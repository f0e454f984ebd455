package com.cottonerp.defaults.onbehalf;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import com.cottonerp.defaults.security.Permission;
import java.util.UUID;

/** Why a user does not act on behalf of a partner. */
sealed interface OnBehalfRefusal extends Refusal {
  @Explained(
      means =
          "Only internal users with TRADE_ON_BEHALF act on behalf of a partner; everybody else acts for the partner of the token.",
      remedy = "Leave the header On-Behalf-Of out, or use a token that has the permission.")
  record BrokersOnly() implements OnBehalfRefusal {
    @Override
    public int status() {
      return FORBIDDEN;
    }

    @Override
    public String detail() {
      return "To act on behalf of a partner is for internal users with "
          + Permission.TRADE_ON_BEHALF;
    }
  }

  @Explained(
      means =
          "The partner has not consented that the brokerage acts for it, or its consent is withdrawn or over.",
      remedy =
          "Have the consent recorded at partners (POST …/partners/{id}/broker-consent), and repeat with If-Applied.")
  record ConsentMissing(UUID partnerId) implements OnBehalfRefusal {
    @Override
    public int status() {
      return FORBIDDEN;
    }

    @Override
    public String detail() {
      return "Partner %s has not consented that the brokerage acts on its behalf"
          .formatted(partnerId);
    }
  }

  @Explained(
      means = "This service does nothing on behalf of a partner.",
      remedy = "Leave the header On-Behalf-Of out; the trade desk takes it.")
  record NothingOnBehalf() implements OnBehalfRefusal {
    @Override
    public String detail() {
      return "This service does nothing on behalf of a partner: leave On-Behalf-Of out";
    }
  }
}
