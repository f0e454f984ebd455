package com.cottonerp.settings.organizations;

import com.cottonerp.contracts.settings.v1.OrganizationSnapshot;
import com.cottonerp.defaults.problem.InvalidField;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The financial years of an organization, in order, without overlaps; at most one year is active.
 */
record FinancialYears(List<FinancialYear> all) {
  static final FinancialYears NONE = new FinancialYears(List.of());

  FinancialYears with(FinancialYear wanted) {
    if (!wanted.startsOn().isBefore(wanted.endsOn())) {
      throw new InvalidField("/endsOn", "is after startsOn").refused();
    }
    if (wanted.numberedUntil().isBefore(wanted.endsOn())) {
      throw new InvalidField("/numberedUntil", "is not before endsOn").refused();
    }
    List<FinancialYear> others =
        all.stream().filter(year -> !year.id().equals(wanted.id())).toList();
    others.stream()
        .filter(wanted::overlaps)
        .findFirst()
        .ifPresent(
            other -> {
              throw new OrganizationRefusal.FinancialYearsOverlap(other.name()).refused();
            });
    return new FinancialYears(
        Stream.concat(
                others.stream().map(year -> year.withActive(year.active() && !wanted.active())),
                Stream.of(wanted))
            .sorted(Comparator.comparing(FinancialYear::startsOn))
            .toList());
  }

  FinancialYears without(UUID id) {
    return new FinancialYears(all.stream().filter(year -> !year.id().equals(id)).toList());
  }

  Optional<FinancialYear> find(UUID id) {
    return all.stream().filter(year -> year.id().equals(id)).findFirst();
  }

  /**
   * The year whose series numbers a document: that of its date, while it is active or, once it is
   * over, until the last day for it.
   */
  FinancialYear ofNumbers(LocalDate documentDate, LocalDate today) {
    FinancialYear year =
        all.stream()
            .filter(one -> one.contains(documentDate))
            .findFirst()
            .orElseThrow(() -> noYearOf(documentDate).refused());
    if (year.isOver(today) && today.isAfter(year.numberedUntil())) {
      throw new OrganizationRefusal.FinancialYearOver(year.name(), year.numberedUntil()).refused();
    }
    if (!year.isOver(today) && !year.active()) {
      throw new OrganizationRefusal.NoActiveYear(year.name()).refused();
    }
    return year;
  }

  // Who goes on with a year that is over is told so.
  private OrganizationRefusal noYearOf(LocalDate day) {
    return all.stream()
        .filter(year -> year.active() && year.isOver(day))
        .findFirst()
        .<OrganizationRefusal>map(
            year -> new OrganizationRefusal.FinancialYearOver(year.name(), year.endsOn()))
        .orElseGet(() -> new OrganizationRefusal.NoYearOfDay(day));
  }

  List<OrganizationSnapshot.FinancialYear> published() {
    return all.stream()
        .map(
            year ->
                new OrganizationSnapshot.FinancialYear(
                    year.id(), year.name(), year.startsOn(), year.endsOn(), year.active()))
        .toList();
  }
}
