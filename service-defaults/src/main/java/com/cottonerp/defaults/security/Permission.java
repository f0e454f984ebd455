package com.cottonerp.defaults.security;

import java.util.Set;

/** The permissions that the endpoints ask for; a token carries them in its {@code groups} claim. */
public final class Permission {
  public static final String PARTNER_CREATE = "PARTNER_CREATE";
  public static final String PARTNER_READ = "PARTNER_READ";
  public static final String PARTNER_UPDATE = "PARTNER_UPDATE";
  public static final String PARTNER_DELETE = "PARTNER_DELETE";

  /** Decide on applications and partners up to a manager's level. */
  public static final String PARTNER_APPROVE = "PARTNER_APPROVE";

  /** Decide what a manager may not: applications of high risk, changes of bank and address. */
  public static final String PARTNER_APPROVE_DIRECTOR = "PARTNER_APPROVE_DIRECTOR";

  /** Review proofs of tax ids. */
  public static final String PARTNER_VERIFY_GST = "PARTNER_VERIFY_GST";

  /** Review proofs of bank accounts. */
  public static final String PARTNER_MANAGE_BANK_ACCOUNTS = "PARTNER_MANAGE_BANK_ACCOUNTS";

  public static final String PARTNER_VIEW_SENSITIVE = "PARTNER_VIEW_SENSITIVE";

  public static final String COMMODITY_CREATE = "COMMODITY_CREATE";
  public static final String COMMODITY_READ = "COMMODITY_READ";
  public static final String COMMODITY_UPDATE = "COMMODITY_UPDATE";
  public static final String COMMODITY_DELETE = "COMMODITY_DELETE";

  public static final String LOCATION_CREATE = "LOCATION_CREATE";
  public static final String LOCATION_READ = "LOCATION_READ";
  public static final String LOCATION_UPDATE = "LOCATION_UPDATE";
  public static final String LOCATION_DELETE = "LOCATION_DELETE";

  public static final String ORG_CREATE = "ORG_CREATE";
  public static final String ORG_READ = "ORG_READ";
  public static final String ORG_UPDATE = "ORG_UPDATE";
  public static final String ORG_DELETE = "ORG_DELETE";

  public static final String AVAILABILITY_CREATE = "AVAILABILITY_CREATE";
  public static final String AVAILABILITY_READ = "AVAILABILITY_READ";
  public static final String AVAILABILITY_UPDATE = "AVAILABILITY_UPDATE";
  public static final String AVAILABILITY_APPROVE = "AVAILABILITY_APPROVE";
  public static final String AVAILABILITY_RESERVE = "AVAILABILITY_RESERVE";
  public static final String AVAILABILITY_RELEASE = "AVAILABILITY_RELEASE";
  public static final String AVAILABILITY_MARK_SOLD = "AVAILABILITY_MARK_SOLD";
  public static final String AVAILABILITY_CANCEL = "AVAILABILITY_CANCEL";

  public static final String REQUIREMENT_CREATE = "REQUIREMENT_CREATE";
  public static final String REQUIREMENT_READ = "REQUIREMENT_READ";
  public static final String REQUIREMENT_UPDATE = "REQUIREMENT_UPDATE";
  public static final String REQUIREMENT_CANCEL = "REQUIREMENT_CANCEL";

  /** Propose a pair of posts by hand. */
  public static final String MATCHING_MANUAL = "MATCHING_MANUAL";

  public static final String TRADE_READ = "TRADE_READ";
  public static final String TRADE_CREATE = "TRADE_CREATE";
  public static final String TRADE_UPDATE = "TRADE_UPDATE";

  /** Post, negotiate, accept and trade on behalf of a partner that consents. */
  public static final String TRADE_ON_BEHALF = "TRADE_ON_BEHALF";

  public static final String ADMIN_VIEW_ALL_DATA = "ADMIN_VIEW_ALL_DATA";
  public static final String SYSTEM_CONFIGURE = "SYSTEM_CONFIGURE";

  /** Read who changed what. */
  public static final String AUDIT_READ = "AUDIT_READ";

  /** Ask the relay to publish past events again; for the service accounts of subscribers. */
  public static final String OUTBOX_REPLAY = "OUTBOX_REPLAY";

  /** What concerns all partners: never anything for a user of one of them. */
  public static final Set<String> INTERNAL_ONLY =
      Set.of(
          PARTNER_APPROVE,
          PARTNER_APPROVE_DIRECTOR,
          PARTNER_VERIFY_GST,
          PARTNER_MANAGE_BANK_ACCOUNTS,
          COMMODITY_CREATE,
          COMMODITY_UPDATE,
          COMMODITY_DELETE,
          LOCATION_CREATE,
          LOCATION_UPDATE,
          LOCATION_DELETE,
          ORG_CREATE,
          ORG_READ,
          ORG_UPDATE,
          ORG_DELETE,
          AVAILABILITY_APPROVE,
          MATCHING_MANUAL,
          TRADE_ON_BEHALF,
          ADMIN_VIEW_ALL_DATA,
          SYSTEM_CONFIGURE,
          AUDIT_READ);

  /** What is for programs, not for users: never anything for a user of a partner. */
  public static final Set<String> SERVICE_ACCOUNTS_ONLY = Set.of(OUTBOX_REPLAY);

  private Permission() {}
}
