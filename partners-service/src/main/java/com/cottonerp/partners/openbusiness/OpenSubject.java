package com.cottonerp.partners.openbusiness;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** Something of a partner that is open. Only the projection changes it. */
@Entity
@Table(name = "open_business")
@IdClass(OpenSubject.Key.class)
public class OpenSubject {
  @Id
  @Column(name = "subject_id")
  public UUID subjectId;

  @Id
  @Column(name = "partner_id")
  UUID partnerId;

  /** POSITION or TRADE. */
  public String kind;

  public Instant since;

  /** A trade is open for both of its parties. */
  public record Key(UUID subjectId, UUID partnerId) implements Serializable {}

  static OpenSubject of(Key key, String kind, Instant since) {
    OpenSubject subject = new OpenSubject();
    subject.subjectId = key.subjectId();
    subject.partnerId = key.partnerId();
    subject.kind = kind;
    subject.since = since;
    return subject;
  }
}
