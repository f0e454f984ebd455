package com.cottonerp.settings.organizations;

import com.cottonerp.contracts.settings.v1.OrganizationSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The registrations of an organization; exactly one of the active registrations is primary.
 * Immutable.
 */
record GstRegistrations(List<GstRegistration> all) {
  static final GstRegistrations NONE = new GstRegistrations(List.of());

  GstRegistrations with(GstRegistration wanted) {
    boolean othersActive = all.stream().anyMatch(one -> one.active() && !isSame(one, wanted));
    if (!othersActive) {
      return replacedBy(wanted.withPrimary(wanted.active()));
    }
    boolean wasPrimary = find(wanted.id()).map(GstRegistration::primary).orElse(false);
    if (wasPrimary && !(wanted.primary() && wanted.active())) {
      throw new OrganizationRefusal.PrimaryRegistration(wanted.id()).refused();
    }
    return replacedBy(wanted.withPrimary(wanted.primary() && wanted.active()));
  }

  private GstRegistrations replacedBy(GstRegistration wanted) {
    List<GstRegistration> changed = new ArrayList<>();
    for (GstRegistration one : all) {
      changed.add(
          isSame(one, wanted) ? wanted : one.withPrimary(one.primary() && !wanted.primary()));
    }
    if (find(wanted.id()).isEmpty()) {
      changed.add(wanted);
    }
    return new GstRegistrations(List.copyOf(changed));
  }

  GstRegistrations without(UUID id) {
    boolean primary = find(id).map(GstRegistration::primary).orElse(false);
    List<GstRegistration> rest = all.stream().filter(one -> !one.id().equals(id)).toList();
    if (primary && rest.stream().anyMatch(GstRegistration::active)) {
      throw new OrganizationRefusal.PrimaryRegistration(id).refused();
    }
    return new GstRegistrations(rest);
  }

  Optional<GstRegistration> find(UUID id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private static boolean isSame(GstRegistration one, GstRegistration other) {
    return one.id().equals(other.id());
  }

  List<OrganizationSnapshot.GstRegistration> published() {
    return all.stream()
        .map(
            one ->
                new OrganizationSnapshot.GstRegistration(
                    one.id(), one.masked(), one.stateCode(), one.primary(), one.active()))
        .toList();
  }
}
