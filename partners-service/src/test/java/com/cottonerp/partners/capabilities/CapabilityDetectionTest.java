package com.cottonerp.partners.capabilities;

import static com.cottonerp.partners.documenttypes.DocumentType.FOREIGN_EXPORT_LICENSE;
import static com.cottonerp.partners.documenttypes.DocumentType.FOREIGN_IMPORT_LICENSE;
import static com.cottonerp.partners.documenttypes.DocumentType.FOREIGN_TAX_ID;
import static com.cottonerp.partners.documenttypes.DocumentType.GST_CERTIFICATE;
import static com.cottonerp.partners.documenttypes.DocumentType.IEC;
import static com.cottonerp.partners.documenttypes.DocumentType.PAN_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.contracts.partners.v1.Capabilities;
import com.cottonerp.partners.capabilities.CapabilityDetection.Holder;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CapabilityDetectionTest {
  private static final Capabilities NONE =
      new Capabilities(false, false, false, false, false, false);

  @Test
  void a_service_provider_may_not_trade_whatever_its_documents() {
    var detection =
        CapabilityDetection.detect(Holder.SERVICE_PROVIDER, Set.of(GST_CERTIFICATE, PAN_CARD, IEC));

    assertThat(detection.capabilities()).isEqualTo(NONE);
    assertThat(detection.detectedFrom()).containsExactly("SERVICE_PROVIDER_NO_TRADING");
  }

  @Test
  void gst_and_pan_allow_an_indian_partner_to_buy_and_sell_in_india() {
    var detection = CapabilityDetection.detect(Holder.INDIAN, Set.of(GST_CERTIFICATE, PAN_CARD));

    assertThat(detection.capabilities())
        .isEqualTo(new Capabilities(true, true, false, false, false, false));
    assertThat(detection.detectedFrom()).containsExactly("GST", "PAN");
  }

  @Test
  void iec_with_gst_and_pan_allows_import_and_export() {
    var detection =
        CapabilityDetection.detect(Holder.INDIAN, Set.of(GST_CERTIFICATE, PAN_CARD, IEC));

    assertThat(detection.capabilities())
        .isEqualTo(new Capabilities(true, true, false, false, true, true));
    assertThat(detection.detectedFrom()).containsExactly("GST", "IEC", "PAN");
  }

  @Test
  void example_19_iec_alone_allows_an_indian_partner_nothing() {
    var detection = CapabilityDetection.detect(Holder.INDIAN, Set.of(IEC));

    assertThat(detection.capabilities()).isEqualTo(NONE);
    assertThat(detection.detectedFrom()).containsExactly("IEC_INCOMPLETE");
  }

  @Test
  void example_19_a_foreign_partner_with_licences_may_not_buy_or_sell_in_india() {
    var detection =
        CapabilityDetection.detect(
            Holder.FOREIGN, Set.of(FOREIGN_TAX_ID, FOREIGN_IMPORT_LICENSE, FOREIGN_EXPORT_LICENSE));

    assertThat(detection.capabilities())
        .isEqualTo(new Capabilities(false, false, true, true, true, true));
  }

  @Test
  void each_foreign_licence_counts_for_itself() {
    assertThat(
            CapabilityDetection.detect(Holder.FOREIGN, Set.of(FOREIGN_IMPORT_LICENSE))
                .capabilities())
        .isEqualTo(new Capabilities(false, false, false, false, true, false));
  }

  @Test
  void indian_papers_allow_a_foreign_partner_nothing() {
    assertThat(
            CapabilityDetection.detect(Holder.FOREIGN, Set.of(GST_CERTIFICATE, PAN_CARD, IEC))
                .capabilities())
        .isEqualTo(NONE);
  }

  @Test
  void who_has_no_registration_any_more_trades_nothing_with_tax() {
    assertThat(
            CapabilityDetection.detect(
                    Holder.INDIAN_WITHOUT_GST, Set.of(GST_CERTIFICATE, PAN_CARD, IEC))
                .capabilities())
        .isEqualTo(new Capabilities(false, false, false, false, false, false));
  }

  @Test
  void an_agriculturist_sells_what_it_grows_with_a_pan() {
    assertThat(CapabilityDetection.detect(Holder.AGRICULTURIST, Set.of(PAN_CARD)).capabilities())
        .isEqualTo(new Capabilities(false, true, false, false, false, false));
    assertThat(CapabilityDetection.detect(Holder.AGRICULTURIST, Set.of()).capabilities())
        .isEqualTo(new Capabilities(false, false, false, false, false, false));
  }
}
