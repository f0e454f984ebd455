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
import java.util.UUID;

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
    return places(both.buyerId())
        .chain(
            buyer ->
                places(both.sellerId())
                    .map(seller -> supply(buyer, seller, choice, picks, commodity)))
        .call(supply -> mustBeCapable(both, supply.addresses(), supply.addresses().shipTo()))
        .call(supply -> mustBeCapable(both, supply.addresses(), supply.addresses().billTo()));
  }

  /** A party and its branches. */
  private record Places(DirectoryEntry party, List<Branch> branches) {}

  private Uni<Places> places(UUID partnerId) {
    return directory
        .known(partnerId)
        .chain(party -> branches.branchesOf(partnerId).map(found -> new Places(party, found)));
  }

  private static BigDecimal quintals(CatalogEntry commodity, BigDecimal baseQuantity) {
    return "KG".equals(commodity.baseUnit())
        ? baseQuantity.divide(KG_PER_QUINTAL, 3, RoundingMode.HALF_UP)
        : null;
  }

  private static Supply supply(
      Places buyer, Places seller, BranchChoice choice, BranchPicks picks, CatalogEntry commodity) {
    Branch office = buyer.party().registeredOffice();
    Branch shipTo = choice.shipTo(buyer.branches(), picks.shipTo());
    Branch billTo = choice.billTo(buyer.branches(), picks.billTo(), shipTo, office);
    Branch shipFrom = choice.shipFrom(seller.branches(), picks.shipFrom());
    boolean agriculturist = seller.party().isAgriculturist();
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
