package com.cottonerp.tradedesk.commissions;

import com.cottonerp.contracts.settings.v1.CommissionStructureSet;
import com.cottonerp.eventing.inbox.EventPosition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A commission structure. Only the projection changes it. */
@Entity
@Table(name = "commission")
class Commission {
  @Id
  @Column(name = "structure_id")
  UUID structureId;

  @Column(name = "commodity_id")
  UUID commodityId;

  @Column(name = "trade_type_id")
  UUID tradeTypeId;

  String currency;
  boolean active;

  /** Everything that settings published of it. */
  @JdbcTypeCode(SqlTypes.JSON)
  CommissionStructureSet published;

  long sequence;

  @Column(name = "as_of")
  Instant asOf;

  void replaceWith(CommissionStructureSet structure, EventPosition at) {
    structureId = structure.structureId();
    commodityId = structure.commodityId();
    tradeTypeId = structure.tradeTypeId();
    currency = structure.currency();
    active = structure.active();
    published = structure;
    sequence = at.sequence();
    asOf = at.occurredAt();
  }
}
