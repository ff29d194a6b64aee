package io.github.kisconnect.session;

import io.github.kisconnect.protocol.DecodedFrame;
import io.github.kisconnect.protocol.FrameOrigin;

/** Takes what a session received. Called on the I/O thread; blocks only where configured to. */
public interface RecordSink {
  void accept(DecodedFrame frame, FrameOrigin origin);
}
