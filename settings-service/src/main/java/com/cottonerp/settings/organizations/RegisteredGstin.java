package com.cottonerp.settings.organizations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The owner of a GSTIN; the primary key keeps a GSTIN unique among all organizations. */
@Entity
@Table(name = "organization_gstin")
class RegisteredGstin {
  @Id String gstin;

  @Column(name = "organization_id")
  UUID organizationId;

  static RegisteredGstin of(String gstin, UUID organizationId) {
    RegisteredGstin registered = new RegisteredGstin();
    registered.gstin = gstin;
    registered.organizationId = organizationId;
    return registered;
  }
}
