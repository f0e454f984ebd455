package com.cottonerp.tradedesk.verdicts;

/** What risk says in one word; on the wire in capitals. WARN lets pass, FAIL does not. */
public enum RiskStatus {
  PASS,
  WARN,
  FAIL
}
