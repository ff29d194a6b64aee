package io.github.kisconnect.protocol;

/**
 * Bytes that could not be decoded, exactly as received.
 *
 * @param reason class of the fault
 * @param detail one sentence that names field and value, never longer than 200 characters
 * @param bytes the rejected piece of the payload; owned by this record, not to be changed
 * @param index position of the piece in its frame, from 0
 * @param ticker the subscribed ticker that the piece names, or null where it names none
 */
public record RejectedRecord(
    RejectReason reason, String detail, byte[] bytes, int index, String ticker) {}
