package com.cottonerp.partners.documenttypes;

import com.cottonerp.defaults.security.Permission;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of documents that an applicant can hand in. */
public enum DocumentType {
  GST_CERTIFICATE,
  PAN_CARD,
  IEC,
  FOREIGN_TAX_ID,
  FOREIGN_IMPORT_LICENSE,
  FOREIGN_EXPORT_LICENSE,
  BANK_PROOF,
  CANCELLED_CHEQUE,
  BANK_STATEMENT,
  VEHICLE_RC,
  VEHICLE_INSURANCE,
  VEHICLE_FITNESS,
  VEHICLE_PERMIT,
  TRADE_LICENSE,
  INCORPORATION_CERT,
  NO_GST_DECLARATION,
  FINANCIAL_STATEMENT,
  ITR,
  TAX_ID_CERTIFICATE,
  BUSINESS_REGISTRATION,
  ADDRESS_PROOF,
  LAB_ACCREDITATION,
  EQUIPMENT_CALIBRATION,
  INSPECTOR_QUALIFICATION,
  NBFC_LICENSE,
  CREDIT_RATING,
  BOARD_RESOLUTION,
  CHA_LICENSE,
  SHIPPING_LINE_AGREEMENT,
  PORT_REGISTRATION;

  /** The type with this (lower-case) name. */
  public static Optional<DocumentType> named(String text) {
    return Arrays.stream(values()).filter(type -> type.toString().equals(text)).findFirst();
  }

  public boolean provesBankAccount() {
    return this == BANK_PROOF || this == CANCELLED_CHEQUE || this == BANK_STATEMENT;
  }

  public boolean provesTaxId() {
    return switch (this) {
      case GST_CERTIFICATE, PAN_CARD, FOREIGN_TAX_ID, NO_GST_DECLARATION, TAX_ID_CERTIFICATE, ITR ->
          true;
      default -> false;
    };
  }

  /** The one permission that its review needs: who knows tax need not know banks. */
  public String reviewPermission() {
    if (provesBankAccount()) {
      return Permission.PARTNER_MANAGE_BANK_ACCOUNTS;
    }
    return provesTaxId() ? Permission.PARTNER_VERIFY_GST : Permission.PARTNER_APPROVE;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
