package com.cottonerp.tradedesk.trades;

import com.cottonerp.contracts.trade.v1.FrozenAddress;
import com.cottonerp.tradedesk.partnerdirectory.Branch;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which branches a trade is between. Pure: what somebody picked; or else the only one that will do;
 * or else the default one.
 *
 * @param quintals what has to be stored; null when it is not measured by weight
 */
record BranchChoice(String commodityCode, BigDecimal quintals) {

  Branch shipTo(List<Branch> ofBuyer, UUID picked) {
    Branch branch =
        choose(ofBuyer, picked, "shipToBranchId", this::receives, Branch::defaultShipTo);
    if (branch == null) {
      throw new TradeRefusal.BranchMissing("ship-to").refused();
    }
    return branch;
  }

  /**
   * Who is registered for GST is billed at a registration: its head office, where the goods go, or
   * else the registered office.
   *
   * @param office the registered office of the buyer
   */
  Branch billTo(List<Branch> ofBuyer, UUID picked, Branch shipTo, Branch office) {
    if (picked != null) {
      Branch branch = pick(ofBuyer, picked, "billToBranchId");
      // One abroad has no GSTIN; whether the parties may trade across the border is asked later.
      if (office.registered() && !branch.registered() && office.isIn(branch.country())) {
        throw new TradeRefusal.BranchNotRegistered(picked).refused();
      }
      return branch;
    }
    return Stream.concat(ofBuyer.stream().filter(Branch::headOffice), Stream.of(shipTo))
        .filter(branch -> !office.registered() || branch.registered())
        .findFirst()
        .orElse(office);
  }

  Branch shipFrom(List<Branch> ofSeller, UUID picked) {
    Branch branch =
        choose(
            ofSeller,
            picked,
            "shipFromBranchId",
            one -> one.canShip() && one.takes(commodityCode),
            Branch::defaultShipFrom);
    if (branch == null) {
      throw new TradeRefusal.BranchMissing("ship-from").refused();
    }
    return branch;
  }

  private boolean receives(Branch branch) {
    boolean room =
        branch.freeCapacity() == null
            || quintals == null
            || branch.freeCapacity().compareTo(quintals) >= 0;
    return branch.canReceive() && branch.takes(commodityCode) && room;
  }

  private static Branch choose(
      List<Branch> branches,
      UUID picked,
      String field,
      Predicate<Branch> willDo,
      Predicate<Branch> isDefault) {
    if (picked != null) {
      Branch branch = pick(branches, picked, field);
      if (!willDo.test(branch)) {
        throw new TradeRefusal.BranchUnsuitable(picked, field).refused();
      }
      return branch;
    }
    List<Branch> suitable = branches.stream().filter(willDo).toList();
    return suitable.size() == 1
        ? suitable.get(0)
        : suitable.stream().filter(isDefault).findFirst().orElse(null);
  }

  private static Branch pick(List<Branch> branches, UUID picked, String field) {
    return branches.stream()
        .filter(branch -> branch.id().equals(picked))
        .findFirst()
        .orElseThrow(() -> new TradeRefusal.SomebodyElsesBranch(picked, field).refused());
  }

  static FrozenAddress frozen(Branch branch) {
    return new FrozenAddress(
        branch.id(),
        branch.name(),
        branch.address(),
        branch.city(),
        branch.state(),
        branch.stateCode(),
        branch.postalCode(),
        branch.country());
  }
}
