package com.cottonerp.tradedesk.commissions;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.settings.v1.CommissionStructureSet;
import com.cottonerp.contracts.trade.v1.Brokerage;
import com.cottonerp.defaults.commission.CommissionRule;
import com.cottonerp.defaults.commission.CommissionType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** The brokerage on a contract by a commission structure. Pure. */
final class BrokerageRules {
  private static final String SELLER = "seller";
  private static final String BUYER = "buyer";

  private BrokerageRules() {}

  /** Where the structure is for both parties, each pays the whole commission. */
  static Brokerage of(CommissionStructureSet structure, ContractValue contract) {
    CommissionType type = CommissionType.named(structure.type());
    BigDecimal units = type == CommissionType.PER_UNIT ? units(structure, contract) : null;
    Money commission =
        new Money(rule(type, structure).on(contract.value(), units), structure.currency());
    return new Brokerage(
        structure.structureId(),
        structure.name(),
        structure.type(),
        structure.rate(),
        structure.amountPerUnit(),
        structure.unit(),
        structure.appliesTo().equals(SELLER) ? null : commission,
        structure.appliesTo().equals(BUYER) ? null : commission);
  }

  private static CommissionRule rule(CommissionType type, CommissionStructureSet structure) {
    List<CommissionRule.Tier> tiers =
        structure.tiers().stream()
            .map(tier -> new CommissionRule.Tier(tier.fromValue(), tier.rate()))
            .toList();
    return new CommissionRule(
        type,
        structure.rate(),
        structure.fixedAmount(),
        tiers,
        structure.amountPerUnit(),
        structure.minAmount(),
        structure.maxAmount());
  }

  /** A unit of the contract counts as the contract counts it, any other as settings said. */
  private static BigDecimal units(CommissionStructureSet structure, ContractValue contract) {
    if (structure.unit().equals(contract.measure().quantityUnit())) {
      return contract.quantity();
    }
    BigDecimal factor =
        structure.unit().equals(contract.measure().priceUnit())
            ? contract.measure().priceFactor()
            : structure.unitFactor();
    return contract
        .quantity()
        .multiply(contract.measure().quantityFactor())
        .divide(factor, MathContext.DECIMAL128);
  }
}
