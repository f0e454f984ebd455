package com.cottonerp.tradedesk.posting;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.PostChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Which facts of a post are others than before. Numbers are compared by value. */
public final class Changes {
  private final List<PostChange> found = new ArrayList<>();

  public Changes note(String field, Object before, Object after) {
    boolean same =
        before instanceof BigDecimal old && after instanceof BigDecimal changed
            ? old.compareTo(changed) == 0
            : Objects.equals(before, after);
    if (!same) {
      found.add(new PostChange(field, text(before), text(after)));
    }
    return this;
  }

  public Changes note(String field, Money before, Money after) {
    return note(field, amount(before), amount(after));
  }

  public List<PostChange> all() {
    return List.copyOf(found);
  }

  private static Object amount(Money money) {
    return money == null ? null : money.amount();
  }

  private static String text(Object value) {
    return value instanceof BigDecimal number
        ? number.toPlainString()
        : Objects.toString(value, null);
  }
}
