package io.github.kisconnect.protocol;

/** The JSON text of a registration or release (kis-protocol 2.1). */
public final class SubscribeRequest {

  /** The TR that this connector subscribes to. */
  public static final String TR_ID = "H0STANC0";

  private SubscribeRequest() {}

  public static String subscribe(String approvalKey, CustomerType customerType, String ticker) {
    throw new UnsupportedOperationException();
  }

  public static String unsubscribe(String approvalKey, CustomerType customerType, String ticker) {
    throw new UnsupportedOperationException();
  }
}
