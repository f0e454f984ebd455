package com.cottonerp.partners.testkit;

import static com.cottonerp.platform.testkit.Answers.created;
import static com.cottonerp.platform.testkit.Answers.text;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.defaults.india.Gstin;
import com.cottonerp.platform.testkit.UserTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** The API as its users call it, step by step. */
public final class Onboarding {
  public static final String APPLICATIONS = "/api/v1/partner-applications";
  public static final String PARTNERS = "/api/v1/partners";
  public static final List<String> PAPERS = List.of("gst_certificate", "pan_card", "address_proof");
  private static final Set<String> ALL =
      Set.of(
          "PARTNER_CREATE",
          "PARTNER_READ",
          "PARTNER_UPDATE",
          "PARTNER_DELETE",
          "PARTNER_APPROVE",
          "PARTNER_VERIFY_GST",
          "PARTNER_MANAGE_BANK_ACCOUNTS",
          "PARTNER_VIEW_SENSITIVE");
  private static final Random RANDOM = new Random();

  private Onboarding() {}

  public static RequestSpecification as(String user, String... permissions) {
    return withToken(tokenOf(user, permissions));
  }

  /** Whom the issuer knows under this subject, whatever the name. */
  public static RequestSpecification asSubject(String subject, String name, String... permissions) {
    return withToken(token(subject, name, permissions));
  }

  public static String tokenOf(String user, String... permissions) {
    return token(user, user, permissions);
  }

  private static String token(String subject, String name, String... permissions) {
    return UserTokens.of(
        subject,
        "INTERNAL",
        permissions.length == 0 ? ALL : Set.of(permissions),
        Map.of("upn", name));
  }

  public static RequestSpecification asExternal(String user, UUID partnerId) {
    return withToken(UserTokens.external(user, ALL, partnerId.toString()));
  }

  public static String expiredToken() {
    return Jwt.issuer(RunningPostgres.ISSUER)
        .upn("late")
        .subject("late")
        .groups(ALL)
        .issuedAt(1_000_000_000)
        .expiresAt(1_000_000_600)
        .sign();
  }

  public static RequestSpecification withToken(String token) {
    return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
  }

  /** The PAN of a company. */
  public static String pan() {
    return pan('C');
  }

  /** A PAN of such a holder. */
  public static String pan(char holder) {
    StringBuilder pan = new StringBuilder();
    RANDOM.ints(5, 'A', 'Z' + 1).forEach(letter -> pan.append((char) letter));
    pan.setCharAt(3, holder);
    return pan.append("%04d".formatted(1 + RANDOM.nextInt(9_998))).append('F').toString();
  }

  /** The first registration of a PAN in a state, with its check digit. */
  public static String gstin(String state, String pan) {
    return gstin(state, pan, '1');
  }

  public static String gstin(String state, String pan, char number) {
    String without = state + pan + number + "Z";
    return without + Gstin.checkDigit(without + "0");
  }

  public static String body(String pan, String legalForm, String registrationDate) {
    return """
    {"entityClass": "business_entity", "businessEntityType": "%s", "legalName": "Acme Cotton", "country": "IN",
     "registrationDate": "%s", "taxIdType": "gst", "taxIdNumber": "%s", "panNumber": "%s",
     "bank": {"accountName": "Acme", "bankName": "HDFC Bank", "accountNumber": "501000123456", "routingCode": "HDFC0001234"},
     "address": {"line": "1 Mill Road", "city": "Rajkot", "state": "Gujarat", "postalCode": "360001", "country": "IN"},
     "contact": {"name": "A. Patel", "email": "a@acme.example", "phone": "+91 98765 43210"}}
    """
        .formatted(legalForm, registrationDate, gstin("24", pan), pan);
  }

  public static String body() {
    return body(pan(), "private_limited", "2015-04-01");
  }

  /** A service provider in India. */
  public static String serviceProvider(String type) {
    return body()
        .replace(
            "\"entityClass\": \"business_entity\"",
            "\"entityClass\": \"service_provider\", \"serviceProviderType\": \"" + type + "\"");
  }

  /** A company of Bangladesh with a tax id of its own. */
  public static String foreigner() {
    return """
    {"entityClass": "business_entity", "businessEntityType": "foreign_entity", "legalName": "Dhaka Spinning", "country": "BD",
     "registrationDate": "2011-06-01", "taxIdType": "vat", "taxIdNumber": "BD-%s", "currency": "USD",
     "bank": {"accountName": "Dhaka Spinning", "bankName": "Sonali Bank", "accountNumber": "0011223344556", "routingCode": "BSONBDDH"},
     "address": {"line": "Tejgaon", "city": "Dhaka", "postalCode": "1208", "country": "BD"},
     "contact": {"name": "R. Karim", "email": "rk@dhaka-spinning.example", "phone": "+880 1711 234567"}}
    """
        .formatted(pan());
  }

  public static String start(String body) {
    return created(as("applicant").body(body).post(APPLICATIONS));
  }

  public static Response upload(String application, String type) {
    return as("applicant")
        .contentType(ContentType.MULTIPART)
        .multiPart("documentType", type)
        .multiPart(
            "file",
            type + ".txt",
            "some text".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            "text/plain")
        .post(APPLICATIONS + "/" + application + "/documents");
  }

  public static void verified(String application, List<String> papers) {
    for (String paper : papers) {
      String document = created(upload(application, paper));
      as("checker")
          .body("{\"decision\": \"verify\"}")
          .post(APPLICATIONS + "/" + application + "/documents/" + document + "/verification")
          .then()
          .statusCode(200);
    }
  }

  public static Response submit(String application) {
    return as("applicant").post(APPLICATIONS + "/" + application + "/submission");
  }

  public static Response decide(String user, String application, String decision) {
    return as(user).body(decision).post(APPLICATIONS + "/" + application + "/decision");
  }

  /** A partner, approved by a manager; its id. */
  public static String partner() {
    return partner(body(), PAPERS);
  }

  /** A partner that a manager approved with these facts and papers; its id. */
  public static String partner(String body, List<String> papers) {
    String application = start(body);
    verified(application, papers);
    submit(application).then().statusCode(200);
    Response approval = decide("manager", application, "{\"decision\": \"approve\"}");
    approval.then().statusCode(200);
    return text(approval, "partnerId");
  }

  /** An amendment that asks for this; its id. */
  public static String amendment(String user, String partner, String type, String proposed) {
    return created(
        as(user)
            .body(
                "{\"type\": \"%s\", \"reason\": \"needed\", \"proposed\": %s}"
                    .formatted(type, proposed))
            .post(PARTNERS + "/" + partner + "/amendments"));
  }

  /** What an amendment says that asks for a higher credit limit, in INR. */
  public static String higherLimit(String amount) {
    return "{\"creditLimit\": {\"amount\": \"%s\", \"currency\": \"INR\"}}".formatted(amount);
  }

  /** Somebody asks for a higher credit limit, and a manager grants it. */
  public static void limitRaised(String partner, String amount) {
    String asked = amendment("applicant", partner, "increase_credit_limit", higherLimit(amount));
    as("manager")
        .body("{\"decision\": \"approve\"}")
        .post(PARTNERS + "/" + partner + "/amendments/" + asked + "/decision")
        .then()
        .statusCode(200);
  }

  /** A refusal: a problem with this type. */
  public static Response refused(Response response, int status, String type) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(text(response, "type")).endsWith("/" + type);
    return response;
  }

  /** A document of an approved partner, verified by a checker; its id. */
  public static String verifiedDocument(String partner, String type, String review) {
    String documents = PARTNERS + "/" + partner + "/documents";
    String document =
        created(
            as("applicant")
                .contentType(ContentType.MULTIPART)
                .multiPart("documentType", type)
                .multiPart("file", type + ".txt", partner.getBytes(UTF_8), "text/plain")
                .post(documents));
    as("checker")
        .body(review)
        .post(documents + "/" + document + "/verification")
        .then()
        .statusCode(200);
    return document;
  }
}
