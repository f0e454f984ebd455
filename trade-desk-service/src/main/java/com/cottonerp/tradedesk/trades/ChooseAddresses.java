package com.cottonerp.tradedesk.trades;

import com.cottonerp.contracts.trade.v1.FrozenAddress;
import com.cottonerp.tradedesk.commoditycatalog.CatalogEntry;
import com.cottonerp.tradedesk.partnerdirectory.Branch;
import com.cottonerp.tradedesk.partnerdirectory.DirectoryLocations;
import com.cottonerp.tradedesk.posting.Parties;
import com.cottonerp.tradedesk.posting.TwoParties;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The branches between which a trade is made. They may lie in other countries than the posts: both
 * parties have to be capable of that. Reads only, in the caller's transaction.
 */
@ApplicationScoped
class ChooseAddresses {
  private static final BigDecimal KG_PER_QUINTAL = new BigDecimal("100");

  private final DirectoryLocations branches;
  private final Parties parties;

  ChooseAddresses(DirectoryLocations branches, Parties parties) {
    this.branches = branches;
    this.parties = parties;
  }

  /**
   * @param baseQuantity what has to be stored, in base units of the commodity
   */
  Uni<TradeAddresses> choose(
      TwoParties both, BranchPicks picks, CatalogEntry commodity, BigDecimal baseQuantity) {
    BranchChoice choice = new BranchChoice(commodity.code(), quintals(commodity, baseQuantity));
    return branches
        .branchesOf(both.buyerId())
        .chain(
            ofBuyer ->
                branches
                    .branchesOf(both.sellerId())
                    .map(ofSeller -> addresses(choice, picks, ofBuyer, ofSeller)))
        .call(addresses -> mustBeCapable(both, addresses, addresses.shipTo()))
        .call(addresses -> mustBeCapable(both, addresses, addresses.billTo()));
  }

  private static BigDecimal quintals(CatalogEntry commodity, BigDecimal baseQuantity) {
    return "KG".equals(commodity.baseUnit())
        ? baseQuantity.divide(KG_PER_QUINTAL, 3, RoundingMode.HALF_UP)
        : null;
  }

  private static TradeAddresses addresses(
      BranchChoice choice, BranchPicks picks, List<Branch> ofBuyer, List<Branch> ofSeller) {
    FrozenAddress shipTo = choice.shipTo(ofBuyer, picks.shipTo());
    return new TradeAddresses(
        shipTo,
        choice.billTo(ofBuyer, picks.billTo(), shipTo),
        choice.shipFrom(ofSeller, picks.shipFrom()));
  }

  private Uni<Void> mustBeCapable(
      TwoParties both, TradeAddresses addresses, FrozenAddress destination) {
    return parties.mustBeCapable(
        both, addresses.shipFrom().country(), List.of(destination.country()));
  }
}
