package io.github.kisconnect.protocol;

import io.github.kisconnect.protocol.DecodedFrame.IndexedTrade;
import io.github.kisconnect.protocol.RecordReader.Fault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Decodes the payload of data frames into records by the algorithm of kis-protocol 4.3. One
 * instance for one session, used by one thread at a time; never throws on any input.
 */
public final class RecordDecoder {

  private final Tickers tickers;
  private final PayloadFields fields = new PayloadFields();
  private final RecordLayout layout;
  private final RecordReader reader;
  private int knownWidth;

  public RecordDecoder(Tickers tickers) {
    this.tickers = tickers;
    this.layout = new RecordLayout(tickers);
    this.reader = new RecordReader(tickers);
  }

  /**
   * Decodes every record of a frame; what cannot be decoded is rejected alone.
   *
   * @param cipherKey key of the TR's acknowledgement, or null where none came
   */
  public DecodedFrame decode(Frame.Data frame, CipherKey cipherKey) {
    if (!SubscribeRequest.TR_ID.equals(frame.trId())) {
      return rejectUnknownTr(frame);
    }
    if (!frame.encrypted()) {
      return decode(frame.bytes(), frame.from(), frame.to(), frame.count());
    }
    if (cipherKey == null) {
      return rejectUndecryptable(frame, "no acknowledgement has brought a key.");
    }
    try {
      byte[] plain = PayloadCipher.decrypt(cipherKey, frame.bytes(), frame.from(), frame.to());
      return decode(plain, 0, FrameParser.trimmedEnd(plain, 0, plain.length), frame.count());
    } catch (GeneralSecurityException e) {
      return rejectUndecryptable(frame, "the key of the acknowledgement does not open it.");
    }
  }

  private DecodedFrame decode(byte[] bytes, int from, int to, int count) {
    fields.split(bytes, from, to);
    DecodedFrame sound = decodeSound(count);
    return sound != null ? sound : decodeDamaged(bytes, count);
  }

  /** The whole frame as its count says, or null where that leaves anything unread. */
  private DecodedFrame decodeSound(int count) {
    int width = RecordLayout.soundWidth(fields, count);
    if (width == 0) {
      return null;
    }
    IndexedTrade[] trades = new IndexedTrade[count];
    for (int i = 0; i < count; i++) {
      ExpectedTrade trade = reader.read(fields, i * width, width);
      if (trade == null) {
        return null;
      }
      trades[i] = new IndexedTrade(trade, i);
    }
    knownWidth = width;
    return new DecodedFrame(List.of(trades), List.of(), width);
  }

  private DecodedFrame decodeDamaged(byte[] bytes, int count) {
    int width = layout.cut(fields, count, knownWidth);
    List<IndexedTrade> trades = new ArrayList<>(layout.size());
    RejectedPieces rejected = new RejectedPieces(bytes);
    for (int piece = 0; piece < layout.size(); piece++) {
      ExpectedTrade trade = reader.read(fields, layout.start(piece), layout.width(piece));
      if (trade == null) {
        reject(piece, rejected);
      } else {
        trades.add(new IndexedTrade(trade, piece));
      }
    }
    if (width > 0 && !trades.isEmpty()) {
      knownWidth = width;
    }
    return new DecodedFrame(Collections.unmodifiableList(trades), rejected.finish(), width);
  }

  private void reject(int piece, RejectedPieces rejected) {
    int first = layout.start(piece);
    int width = layout.width(piece);
    int from = fields.start(first);
    int firstEnd = fields.end(first);
    int to = fields.end(first, width);
    boolean namesTicker = Tickers.looksLikeTicker(fields.bytes(), from, firstEnd);
    if (!rejected.join(from, to, namesTicker)) {
      String ticker = tickers.find(fields.bytes(), from, firstEnd);
      Fault fault = reader.diagnose(fields, first, width);
      rejected.add(new RejectedPieces.Piece(from, to, namesTicker, piece, ticker, fault));
    }
  }

  private DecodedFrame rejectUnknownTr(Frame.Data frame) {
    byte[] trId = frame.trId().getBytes(StandardCharsets.ISO_8859_1);
    String detail =
        "The frame is of TR "
            + WireText.quote(trId, 0, trId.length)
            + ", which this connector does not ask for.";
    fields.split(frame.bytes(), frame.from(), frame.to());
    boolean onlyOne = frame.count() == 1 && !frame.encrypted();
    String ticker = onlyOne ? tickers.find(frame.bytes(), fields.start(0), fields.end(0)) : null;
    return rejectWhole(frame, RejectReason.UNKNOWN_TR, detail, ticker);
  }

  private static DecodedFrame rejectUndecryptable(Frame.Data frame, String why) {
    String detail = "The frame is encrypted, and " + why;
    return rejectWhole(frame, RejectReason.UNDECRYPTABLE, detail, null);
  }

  private static DecodedFrame rejectWhole(
      Frame.Data frame, RejectReason reason, String detail, String ticker) {
    byte[] payload = Arrays.copyOfRange(frame.bytes(), frame.from(), frame.to());
    return DecodedFrame.rejected(new RejectedRecord(reason, detail, payload, 0, ticker));
  }
}
