package com.cottonerp.partners.capabilities;

import com.cottonerp.contracts.partners.v1.Capabilities;
import com.cottonerp.partners.applicant.Applicant;
import com.cottonerp.partners.documenttypes.DocumentType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a partner may do, from its verified documents. Pure.
 *
 * @param detectedFrom the markers of what decided, sorted
 */
public record CapabilityDetection(Capabilities capabilities, List<String> detectedFrom) {
  private static final Capabilities NONE =
      new Capabilities(false, false, false, false, false, false);

  public static CapabilityDetection detect(Holder holder, Set<DocumentType> verified) {
    if (holder == Holder.SERVICE_PROVIDER) {
      return new CapabilityDetection(NONE, List.of("SERVICE_PROVIDER_NO_TRADING"));
    }
    return switch (holder) {
      case AGRICULTURIST -> ofAgriculturist(verified);
      case INDIAN -> ofIndian(verified);
      case FOREIGN -> ofForeign(verified);
      default -> new CapabilityDetection(NONE, List.of());
    };
  }

  /** Whose papers they are. */
  public enum Holder {
    SERVICE_PROVIDER,
    AGRICULTURIST,
    /** Registered for GST. */
    INDIAN,
    /** Sells nothing with tax, and charges none. */
    INDIAN_WITHOUT_GST,
    FOREIGN;

    public static Holder of(Applicant applicant) {
      if (applicant.isServiceProvider()) {
        return SERVICE_PROVIDER;
      }
      if (!applicant.isIndian()) {
        return FOREIGN;
      }
      if (applicant.taxIdNumber() != null) {
        return INDIAN;
      }
      return applicant.isAgriculturist() ? AGRICULTURIST : INDIAN_WITHOUT_GST;
    }
  }

  /**
   * Sells what it grows, with a PAN and without a registration for GST. Source: sections 23(1)(b)
   * and 2(7) of the CGST Act.
   */
  private static CapabilityDetection ofAgriculturist(Set<DocumentType> verified) {
    boolean pan = verified.contains(DocumentType.PAN_CARD);
    return new CapabilityDetection(
        new Capabilities(false, pan, false, false, false, false),
        pan ? List.of("AGRICULTURIST", "PAN") : List.of());
  }

  private static CapabilityDetection ofIndian(Set<DocumentType> verified) {
    boolean gst = verified.contains(DocumentType.GST_CERTIFICATE);
    boolean pan = verified.contains(DocumentType.PAN_CARD);
    boolean iec = verified.contains(DocumentType.IEC);
    boolean domestic = gst && pan;
    boolean crossBorder = domestic && iec;
    TreeSet<String> markers = new TreeSet<>();
    if (domestic) {
      markers.addAll(List.of("GST", "PAN"));
    }
    if (iec) {
      markers.add(crossBorder ? "IEC" : "IEC_INCOMPLETE");
    }
    return new CapabilityDetection(
        new Capabilities(domestic, domestic, false, false, crossBorder, crossBorder),
        List.copyOf(markers));
  }

  private static CapabilityDetection ofForeign(Set<DocumentType> verified) {
    boolean home = verified.contains(DocumentType.FOREIGN_TAX_ID);
    boolean mayImport = verified.contains(DocumentType.FOREIGN_IMPORT_LICENSE);
    boolean mayExport = verified.contains(DocumentType.FOREIGN_EXPORT_LICENSE);
    TreeSet<String> markers = new TreeSet<>();
    if (home) {
      markers.add("FOREIGN_TAX_ID");
    }
    if (mayImport) {
      markers.add("FOREIGN_IMPORT_LICENSE");
    }
    if (mayExport) {
      markers.add("FOREIGN_EXPORT_LICENSE");
    }
    return new CapabilityDetection(
        new Capabilities(false, false, home, home, mayImport, mayExport), List.copyOf(markers));
  }
}
