package com.cottonerp.settings.organizations;

import com.cottonerp.contracts.settings.v1.OrganizationSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All bank accounts of an organization; exactly one is the default. Immutable. */
record BankAccounts(List<BankAccount> all) {
  static final BankAccounts NONE = new BankAccounts(List.of());

  BankAccounts with(BankAccount wanted) {
    boolean only = all.stream().allMatch(one -> isSame(one, wanted));
    boolean wasDefault = find(wanted.id()).map(BankAccount::isDefault).orElse(false);
    if (wasDefault && !wanted.isDefault() && !only) {
      throw new OrganizationRefusal.DefaultBankAccount(wanted.id()).refused();
    }
    return replacedBy(wanted.withDefault(only || wanted.isDefault()));
  }

  private BankAccounts replacedBy(BankAccount wanted) {
    List<BankAccount> changed = new ArrayList<>();
    for (BankAccount one : all) {
      changed.add(
          isSame(one, wanted) ? wanted : one.withDefault(one.isDefault() && !wanted.isDefault()));
    }
    if (find(wanted.id()).isEmpty()) {
      changed.add(wanted);
    }
    return new BankAccounts(List.copyOf(changed));
  }

  BankAccounts without(UUID id) {
    List<BankAccount> rest = all.stream().filter(one -> !one.id().equals(id)).toList();
    if (find(id).map(BankAccount::isDefault).orElse(false) && !rest.isEmpty()) {
      throw new OrganizationRefusal.DefaultBankAccount(id).refused();
    }
    return new BankAccounts(rest);
  }

  Optional<BankAccount> find(UUID id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private static boolean isSame(BankAccount one, BankAccount other) {
    return one.id().equals(other.id());
  }

  List<OrganizationSnapshot.BankAccount> published() {
    return all.stream()
        .map(
            one ->
                new OrganizationSnapshot.BankAccount(
                    one.id(), one.bankName(), one.ifsc(), one.lastFour(), one.isDefault()))
        .toList();
  }
}
