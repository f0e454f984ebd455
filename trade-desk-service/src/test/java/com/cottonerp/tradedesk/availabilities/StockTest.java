package com.cottonerp.tradedesk.availabilities;

import static com.cottonerp.tradedesk.testkit.Posts.decimal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class StockTest {
  @Test
  void reserving_selling_and_giving_back_move_quantities_and_lose_none() {
    Stock stock = Stock.of(decimal("600.000")).reserve(decimal("200.000"));
    assertThat(stock).isEqualTo(stock("600.000", "400.000", "200.000", "0.000"));

    stock = stock.sell(decimal("150.000"));
    assertThat(stock).isEqualTo(stock("600.000", "400.000", "50.000", "150.000"));
    assertThat(stock.release(decimal("50.000")))
        .isEqualTo(stock("600.000", "450.000", "0.000", "150.000"));
    assertThat(stock.giveBack(decimal("150.000")))
        .isEqualTo(stock("600.000", "550.000", "50.000", "0.000"));
    assertThat(stock.withTotal(decimal("250.000")))
        .isEqualTo(stock("250.000", "50.000", "50.000", "150.000"));
  }

  @Test
  void stock_that_does_not_add_up_cannot_be_made() {
    assertThatThrownBy(() -> stock("600", "500", "50", "51"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Stock.of(decimal("10")).reserve(decimal("10.001")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Stock.of(decimal("10")).sell(decimal("1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @RepeatedTest(50)
  void whatever_happens_stock_adds_up(RepetitionInfo round) {
    Random random = new Random(round.getCurrentRepetition());
    Stock stock = Stock.of(decimal("1000.000"));
    for (int step = 0; step < 200; step++) {
      stock = changed(stock, random);
      assertThat(stock.available().add(stock.reserved()).add(stock.sold()))
          .isEqualByComparingTo("1000");
    }
  }

  private static Stock changed(Stock stock, Random random) {
    BigDecimal part = BigDecimal.valueOf(random.nextInt(1001), 3);
    return switch (random.nextInt(4)) {
      case 0 -> stock.reserve(scaled(stock.available().multiply(part)));
      case 1 -> stock.release(scaled(stock.reserved().multiply(part)));
      case 2 -> stock.sell(scaled(stock.reserved().multiply(part)));
      default -> stock.giveBack(scaled(stock.sold().multiply(part)));
    };
  }

  private static BigDecimal scaled(BigDecimal quantity) {
    return quantity.setScale(3, java.math.RoundingMode.DOWN);
  }

  private static Stock stock(String total, String available, String reserved, String sold) {
    return new Stock(decimal(total), decimal(available), decimal(reserved), decimal(sold));
  }
}
