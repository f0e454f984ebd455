package com.cottonerp.tradedesk.tradeterms;

import com.cottonerp.contracts.settings.v1.TradeTermSnapshot;
import com.cottonerp.eventing.inbox.EventPosition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A term of trade. Only the projection changes it. */
@Entity
@Table(name = "trade_terms")
public class KnownTerm {
  @Id
  @Column(name = "term_id")
  UUID termId;

  String kind;
  String code;
  String name;
  boolean active;
  long sequence;

  @Column(name = "as_of")
  Instant asOf;

  void replaceWith(TradeTermSnapshot term, EventPosition at) {
    termId = term.termId();
    kind = term.kind();
    code = term.code();
    name = term.name();
    active = term.active();
    sequence = at.sequence();
    asOf = at.occurredAt();
  }
}
