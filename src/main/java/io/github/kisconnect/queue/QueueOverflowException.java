package io.github.kisconnect.queue;

/** The queue was full and its policy is to fail. Its message is meant for the operator. */
public final class QueueOverflowException extends RuntimeException {

  QueueOverflowException(int items, long bytes) {
    super(
        "The hand-over queue was full (items=%d bytes=%d) when a record arrived, so the record is lost and the task fails as queue.overflow.policy=fail demands; raise queue.capacity, or choose another queue.overflow.policy, and restart the task."
            .formatted(items, bytes));
  }
}
