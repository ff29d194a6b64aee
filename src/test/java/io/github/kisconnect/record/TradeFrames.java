package io.github.kisconnect.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.protocol.DecodedFrame;
import io.github.kisconnect.protocol.DecodedFrame.IndexedTrade;
import io.github.kisconnect.protocol.Frame;
import io.github.kisconnect.protocol.FrameParser;
import io.github.kisconnect.protocol.RecordDecoder;
import io.github.kisconnect.protocol.Tickers;
import java.util.List;

/** The complete H0STANC0 frames of kis-protocol Appendix A, and their trades. */
public final class TradeFrames {

  /** One record of 45 fields, the last one empty; 2024-04-26. */
  public static final String OF_2024 =
      "0|H0STANC0|001|005930^084945^77600^2^1300^1.70^0.00^0^0^0^77600^77500^64^221986^17226113600"
          + "^0^0^0^0.00^0^0^1^0.01^0.00^000000^3^0^000000^3^0^000000^3^0^20240426^00^N^11591^2878"
          + "^41034^6265^0.00^0^0.00^B^";

  /** Two records of 46 fields; 2026-07-07. */
  public static final String OF_2026 =
      "0|H0STANC0|002|005930^085130^308000^5^-10000^-3.14^0.00^0^0^0^308000^307500^3^313469"
          + "^96548452000^0^0^0^0.00^0^0^1^0.01^0.00^000000^3^0^000000^3^0^000000^3^0^20260707^00^N"
          + "^3502^1437^44094^6872^0.01^0^0.00^B^^318000^005930^085130^308000^5^-10000^-3.14^0.00^0"
          + "^0^0^308000^307500^1^313470^96548760000^0^0^0^0.00^0^0^1^0.01^0.00^000000^3^0^000000^3"
          + "^0^000000^3^0^20260707^00^N^3531^1437^44123^6872^0.01^0^0.00^B^^318000";

  /** One made-up record in which every field has a value and none equals another's. */
  public static final String FULL =
      "0|H0STANC0|001|005930^152501^70100^2^1100^1.59^69950.25^69000^70500^68800^70200^70000^-35"
          + "^812345^56945384500^20111^20222^111^104.37^3100000^3235470^5^51.06^63.70^090013^2^1100"
          + "^112646^5^-400^100741^2^1300^20260708^21^N^42001^39002^411003^382004^0.14^5200005^119.31"
          + "^A^3^69000^X";

  private TradeFrames() {}

  /** The fields of a frame's first record as on the wire. */
  public static String[] wire(String frame) {
    return frame.substring(frame.lastIndexOf('|') + 1).split("\\^", -1);
  }

  /** The trades of a frame without fault. */
  public static List<IndexedTrade> trades(String frame) {
    byte[] bytes = frame.getBytes(UTF_8);
    DecodedFrame decoded =
        new RecordDecoder(new Tickers(List.of("005930")))
            .decode((Frame.Data) FrameParser.parse(bytes, bytes.length), null);
    assertThat(decoded.rejected()).isEmpty();
    return decoded.trades();
  }
}
