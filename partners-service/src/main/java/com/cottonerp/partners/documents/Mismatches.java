package com.cottonerp.partners.documents;

import com.cottonerp.defaults.text.Names;
import com.cottonerp.partners.applicant.Applicant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What was read from a document and is not what the applicant says of itself. Pure. */
public final class Mismatches {
  /** Written in many ways, and part of the name in some papers only. */
  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "\\b(private|pvt|public|limited|ltd|llp|m/s|messrs|the|and|&|co|company)\\b\\.?");

  private Mismatches() {}

  /** The names of the fields; empty when all that was read agrees. */
  public static List<String> of(Extraction read, Applicant applicant) {
    Map<String, String> fields = read.fields();
    List<String> wrong = new ArrayList<>();
    differs(wrong, fields, "gstin", applicant.taxIdNumber());
    differs(wrong, fields, "pan_number", applicant.panNumber());
    if (fields.containsKey("legal_name")
        && !comparable(fields.get("legal_name")).equals(comparable(applicant.legalName()))) {
      wrong.add("legal_name");
    }
    return wrong;
  }

  private static void differs(
      List<String> wrong, Map<String, String> fields, String name, String applicants) {
    if (fields.containsKey(name) && !fields.get(name).equals(applicants)) {
      wrong.add(name);
    }
  }

  private static String comparable(String name) {
    String lower = Names.normalised(name).toLowerCase(Locale.ROOT);
    return LEGAL_FORM.matcher(lower).replaceAll("").replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
  }
}
