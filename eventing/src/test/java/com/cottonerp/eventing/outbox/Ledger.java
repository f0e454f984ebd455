package com.cottonerp.eventing.outbox;

import com.cottonerp.contracts.partners.v1.PartnerEvent;
import com.cottonerp.contracts.partners.v1.PartnerSuspended;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The smallest aggregate that there can be. */
@Entity
@Table(name = "ledger")
class Ledger extends AggregateRoot {
  @Id UUID id;
  String note;

  static Ledger with(UUID id) {
    Ledger ledger = new Ledger();
    ledger.id = id;
    ledger.note = "new";
    return ledger;
  }

  void write(String text) {
    note = text;
    raise(new PartnerSuspended(id, text));
  }

  void writeOnce(String key, String text) {
    note = text;
    raiseOnce(key, new PartnerSuspended(id, text));
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public String aggregateType() {
    return "Ledger";
  }

  @Override
  public String topic() {
    return PartnerEvent.TOPIC;
  }
}
