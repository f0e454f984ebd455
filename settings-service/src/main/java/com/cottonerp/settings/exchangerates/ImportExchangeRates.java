package com.cottonerp.settings.exchangerates;

import com.cottonerp.defaults.jobs.OneByOne;
import com.cottonerp.defaults.problem.InvalidFields;
import com.cottonerp.defaults.problem.Problem.FieldError;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.defaults.sources.IdSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Records the rates of a file, in the caller's transaction: all of them or, when a line is wrong,
 * none. The same file once more changes nothing.
 */
@ApplicationScoped
class ImportExchangeRates {
  private static final Comparator<FieldError> BY_LINE =
      Comparator.comparingInt(
          fault -> Integer.parseInt(fault.pointer().substring("/lines/".length())));

  private final ExchangeRates rates;
  private final Validator validator;
  private final IdSource ids;
  private final Clock clock;

  ImportExchangeRates(ExchangeRates rates, Validator validator, IdSource ids, Clock clock) {
    this.rates = rates;
    this.validator = validator;
    this.ids = ids;
    this.clock = clock;
  }

  /** What became of the lines of a file. */
  @Schema(name = "ImportedExchangeRates")
  public record Imported(
      @Schema(description = "Rates of pairs and days that had none") int added,
      @Schema(description = "Rates that took the place of another one") int corrected,
      @Schema(description = "Rates that were known as they are") int unchanged) {}

  Uni<Imported> read(String csv) {
    ExchangeRateLines lines = ExchangeRateLines.of(csv);
    List<FieldError> faults = new ArrayList<>(lines.faults());
    Map<PairAndDay, Integer> first = new HashMap<>();
    LocalDate today = BusinessDay.today(clock);
    lines.rates().forEach((number, body) -> judge(number, body, today, first, faults));
    if (!faults.isEmpty()) {
      throw refused(faults);
    }
    if (first.isEmpty()) {
      return Uni.createFrom().item(new Imported(0, 0, 0));
    }
    return rates.of(first.keySet()).chain(known -> save(lines.rates(), known));
  }

  private void judge(
      int number,
      ExchangeRateBody body,
      LocalDate today,
      Map<PairAndDay, Integer> first,
      List<FieldError> faults) {
    int before = faults.size();
    validator
        .validate(body)
        .forEach(
            violation ->
                faults.add(
                    ExchangeRateLines.fault(
                        number, violation.getPropertyPath() + " " + violation.getMessage())));
    if (faults.size() > before) {
      return;
    }
    body.fault(today)
        .ifPresent(
            fault ->
                faults.add(
                    ExchangeRateLines.fault(
                        number, fault.pointer().substring(1) + " " + fault.detail())));
    Integer earlier = first.putIfAbsent(body.day(), number);
    if (earlier != null) {
      faults.add(
          ExchangeRateLines.fault(
              number, "has the pair and the day of line %d".formatted(earlier)));
    }
  }

  private Uni<Imported> save(
      Map<Integer, ExchangeRateBody> lines, Map<PairAndDay, ExchangeRate> known) {
    List<FieldError> faults = new ArrayList<>();
    List<ExchangeRate> changed = new ArrayList<>();
    int added = 0;
    for (Map.Entry<Integer, ExchangeRateBody> line : lines.entrySet()) {
      ExchangeRateBody body = line.getValue();
      ExchangeRate before = known.get(body.day());
      if (before == null) {
        added++;
        changed.add(ExchangeRate.of(ids.next(), body));
      } else if (!before.isTheSameWayRoundAs(body)) {
        faults.add(
            ExchangeRateLines.fault(
                line.getKey(), "base " + SetExchangeRate.OTHER_WAY_ROUND.formatted(before.base())));
      } else if (before.correct(body)) {
        changed.add(before);
      }
    }
    if (!faults.isEmpty()) {
      throw refused(faults);
    }
    Imported imported = new Imported(added, changed.size() - added, lines.size() - changed.size());
    return OneByOne.each(changed, rates::save).replaceWith(imported);
  }

  private static RuntimeException refused(List<FieldError> faults) {
    List<FieldError> inOrder = faults.stream().sorted(BY_LINE).toList();
    return new InvalidFields(
            inOrder, "The file has %d fault(s) and changed nothing".formatted(inOrder.size()))
        .refused();
  }
}
