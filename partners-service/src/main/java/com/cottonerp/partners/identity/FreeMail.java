package com.cottonerp.partners.identity;

import com.google.common.net.InternetDomainName;
import java.util.Set;

/**
 * Providers with whom everybody may have an address: two people who use one have nothing else in
 * common. Pure.
 *
 * <p>A provider has a domain in many countries (yahoo.co.in, yahoo.fr): it goes by the name in
 * front of the public suffix (publicsuffix.org, as Guava has it).
 */
final class FreeMail {
  private static final Set<String> NAMES =
      Set.of(
          "gmail",
          "googlemail",
          "yahoo",
          "ymail",
          "rocketmail",
          "hotmail",
          "outlook",
          "live",
          "msn",
          "passport",
          "windowslive",
          "rediff",
          "rediffmail",
          "aol",
          "aim",
          "protonmail",
          "proton",
          "zohomail",
          "icloud",
          "gmx",
          "yandex",
          "tutanota",
          "tuta",
          "fastmail",
          "hushmail",
          "inbox",
          "indiatimes",
          "sify",
          "vsnl",
          "bsnl",
          "mtnl",
          "airtelmail",
          "dataone",
          "sancharnet",
          "qq",
          "163",
          "126",
          "naver",
          "daum",
          "hanmail",
          "mailinator",
          "yopmail",
          "guerrillamail");

  /** Whose name alone may be a firm's. */
  private static final Set<String> DOMAINS =
      Set.of(
          "mail.com",
          "mail.ru",
          "zoho.com",
          "zoho.in",
          "zoho.eu",
          "me.com",
          "mac.com",
          "pm.me",
          "email.com",
          "web.de",
          "freenet.de",
          "t-online.de",
          "orange.fr",
          "free.fr",
          "libero.it",
          "in.com");

  private FreeMail() {}

  /**
   * @param domain in small letters
   */
  static boolean isProvider(String domain) {
    if (!InternetDomainName.isValid(domain)) {
      return false;
    }
    InternetDomainName name = InternetDomainName.from(domain);
    if (!name.isUnderPublicSuffix()) {
      return false;
    }
    InternetDomainName registered = name.topPrivateDomain();
    return NAMES.contains(registered.parts().get(0)) || DOMAINS.contains(registered.toString());
  }
}
