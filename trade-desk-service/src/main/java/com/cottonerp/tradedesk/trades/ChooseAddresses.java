package com.cottonerp.tradedesk.trades;

import com.cottonerp.contracts.trade.v1.FrozenAddress;
import com.cottonerp.tradedesk.commoditycatalog.CatalogEntry;
import com.cottonerp.tradedesk.partnerdirectory.Branch;
import com.cottonerp.tradedesk.partnerdirectory.DirectoryEntry;
import com.cottonerp.tradedesk.partnerdirectory.DirectoryLocations;
import com.cottonerp.tradedesk.partnerdirectory.PartnerDirectory;
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

  private final PartnerDirectory directory;
  private final DirectoryLocations branches;
  private final Parties parties;

  ChooseAddresses(PartnerDirectory directory, DirectoryLocations branches, Parties parties) {
    this.directory = directory;
    this.branches = branches;
    this.parties = parties;
  }

  /**
   * @param baseQuantity what has to be stored, in base units of the commodity
   */
  Uni<Supply> choose(
      TwoParties both, BranchPicks picks, CatalogEntry commodity, BigDecimal baseQuantity) {
    BranchChoice choice = new BranchChoice(commodity.code(), quintals(commodity, baseQuantity));
    return directory
        .known(both.buyerId())
        .chain(
            buyer ->
                directory
                    .known(both.sellerId())
                    .chain(
                        seller ->
                            branches
                                .branchesOf(both.buyerId())
                                .chain(
                                    ofBuyer ->
                                        branches
                                            .branchesOf(both.sellerId())
                                            .map(
                                                ofSeller ->
                                                    supply(
                                                        new Sides(buyer, ofBuyer, seller, ofSeller),
                                                        choice,
                                                        picks,
                                                        commodity)))))
        .call(supply -> mustBeCapable(both, supply.addresses(), supply.addresses().shipTo()))
        .call(supply -> mustBeCapable(both, supply.addresses(), supply.addresses().billTo()));
  }

  private record Sides(
      DirectoryEntry buyer, List<Branch> ofBuyer, DirectoryEntry seller, List<Branch> ofSeller) {}

  private static BigDecimal quintals(CatalogEntry commodity, BigDecimal baseQuantity) {
    return "KG".equals(commodity.baseUnit())
        ? baseQuantity.divide(KG_PER_QUINTAL, 3, RoundingMode.HALF_UP)
        : null;
  }

  private static Supply supply(
      Sides sides, BranchChoice choice, BranchPicks picks, CatalogEntry commodity) {
    Branch office = sides.buyer().registeredOffice();
    Branch shipTo = choice.shipTo(sides.ofBuyer(), picks.shipTo());
    Branch billTo = choice.billTo(sides.ofBuyer(), picks.billTo(), shipTo, office);
    Branch shipFrom = choice.shipFrom(sides.ofSeller(), picks.shipFrom());
    boolean agriculturist = sides.seller().isAgriculturist();
    if (agriculturist && !commodity.isRawCotton()) {
      throw new TradeRefusal.RawCottonOnly().refused();
    }
    return new Supply(
        new TradeAddresses(
            BranchChoice.frozen(shipTo),
            BranchChoice.frozen(billTo),
            BranchChoice.frozen(shipFrom)),
        BranchChoice.frozen(PlaceOfSupply.of(billTo, shipTo)),
        shipTo.sez() || billTo.sez(),
        picks.withIgst(),
        agriculturist && office.registered());
  }

  private Uni<Void> mustBeCapable(
      TwoParties both, TradeAddresses addresses, FrozenAddress destination) {
    return parties.mustBeCapable(
        both, addresses.shipFrom().country(), List.of(destination.country()));
  }
}
