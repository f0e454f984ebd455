package com.cottonerp.tradedesk.tradeterms;

import com.cottonerp.contracts.settings.v1.TradeTermSnapshot;
import com.cottonerp.contracts.trade.v1.TradeTerm;
import com.cottonerp.eventing.inbox.EventPosition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

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

  /** Everything that settings published of it; null until the read model is rebuilt once. */
  @JdbcTypeCode(SqlTypes.JSON)
  TradeTermSnapshot published;

  long sequence;

  @Column(name = "as_of")
  Instant asOf;

  void replaceWith(TradeTermSnapshot term, EventPosition at) {
    termId = term.termId();
    kind = term.kind();
    code = term.code();
    name = term.name();
    active = term.active();
    published = term;
    sequence = at.sequence();
    asOf = at.occurredAt();
  }

  /** As a contract names it. */
  TradeTerm named() {
    if (published == null) {
      return new TradeTerm(termId, kind, code, name, null, null, null, null, null, null);
    }
    return new TradeTerm(
        termId,
        kind,
        code,
        name,
        published.requiresQualityTest(),
        published.weightDeductionPercent(),
        published.includesFreight(),
        published.includesInsurance(),
        published.paymentDays(),
        published.paymentPercent());
  }
}
