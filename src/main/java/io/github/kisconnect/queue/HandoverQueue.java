package io.github.kisconnect.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Bounded hand-over from I/O threads to one polling thread, by count and by weight.
 *
 * <p><b>Fate of an item.</b> Whatever is put is either taken, lost, discarded or refused, and
 * exactly one of them. It is <i>lost</i> where there was no room and the overflow policy says so:
 * then it is counted at that moment, and the listener hears of it before anything that is put later
 * can be taken. It is <i>discarded</i> where it was still held at {@link #close}: those are the
 * number that close returns. It is <i>refused</i> where the queue had failed or was closed before
 * there was room: those are counted. The listener hears of neither.
 *
 * <p><b>Producers.</b> Any number, of which each sees its own items taken in the order of its puts.
 * Only {@link OverflowPolicy#BLOCK} ever waits, for its timeout at most; an interrupt, a failure or
 * the close of the queue ends the wait early. Whoever waited in vain waited for all: until the
 * taker comes, items without room are lost at once, so that producers are held up once and not once
 * per item. {@code put} never throws on overflow and keeps the interrupt flag of its thread.
 *
 * <p><b>Taker.</b> One thread. It sleeps only while the queue is empty, so the producer that ends
 * the emptiness signals, and no other does: the taker wakes at the first item, and a burst costs
 * one signal. It removes a whole batch under one lock, so that fast producers cannot hold it up,
 * and wakes blocked producers once for all the room that it made.
 *
 * <p><b>Failure.</b> A producer's failure comes out on the taker's side, behind the items that were
 * put before it: from {@link #fail} on nothing more is accepted, {@link #take} gives what is left
 * and then throws, at every further call. Close ends that too: a closed queue gives nothing.
 *
 * <p>Every field is guarded by the lock, so that what a producer did before its put is visible to
 * the taker; the accessors take the lock for the moment of reading and may be called from any
 * thread.
 */
public final class HandoverQueue<T> {

  private final int capacity;
  private final long capacityBytes;
  private final OverflowPolicy policy;
  private final Duration blockTimeout;
  private final ToIntFunction<? super T> weigher;
  private final Consumer<? super T> lostListener;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Condition drained = lock.newCondition();
  private final ArrayDeque<Weighed<T>> items = new ArrayDeque<>();
  private long bytes;
  private int highWaterMark;
  private long lost;
  private long refused;
  private boolean waitedInVain;
  private RuntimeException failure;
  private boolean closed;

  /**
   * Creates an empty queue.
   *
   * @param capacity most items held, at least 1
   * @param capacityBytes most weight held, at least 1; an item of any weight fits an empty queue
   * @param blockTimeout longest wait of a producer with {@link OverflowPolicy#BLOCK}
   * @param weigher approximate bytes of an item, not negative; called once for each, outside the
   *     lock
   * @param lost hears every lost item at the moment of loss, on the thread that lost it, with the
   *     queue locked; must neither block nor throw
   * @throws IllegalArgumentException if a capacity is less than 1
   */
  public HandoverQueue(
      int capacity,
      long capacityBytes,
      OverflowPolicy policy,
      Duration blockTimeout,
      ToIntFunction<? super T> weigher,
      Consumer<? super T> lost) {
    if (capacity < 1 || capacityBytes < 1) {
      throw new IllegalArgumentException(
          "A queue needs room for at least one item and one byte, not capacity=%d bytes=%d."
              .formatted(capacity, capacityBytes));
    }
    this.capacity = capacity;
    this.capacityBytes = capacityBytes;
    this.policy = Objects.requireNonNull(policy);
    this.blockTimeout = Objects.requireNonNull(blockTimeout);
    this.weigher = Objects.requireNonNull(weigher);
    this.lostListener = Objects.requireNonNull(lost);
  }

  /**
   * Hands an item over, by the policy where the queue is full; after failure or close it is
   * refused.
   */
  public void put(T item) {
    Weighed<T> weighed = new Weighed<>(item, weigher.applyAsInt(item));
    lock.lock();
    try {
      admit(weighed);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for the first item, {@code timeout} at most, and takes up to {@code max} without waiting
   * for more; empty at timeout, and at once when closed. Throws what {@link #fail} stored once the
   * items before it are taken. No item goes missing by an interrupt, which ends the wait only.
   *
   * @param max most items to take, at least 1
   * @throws QueueOverflowException if the queue was full under {@link OverflowPolicy#FAIL}
   */
  public List<T> take(int max, Duration timeout) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.NANOSECONDS.convert(timeout);
      while (items.isEmpty() && accepting() && left > 0) {
        left = filled.awaitNanos(left);
      }
      if (items.isEmpty() && failure != null && !closed) {
        throw failure;
      }
      return remove(Math.min(max, items.size()));
    } finally {
      lock.unlock();
    }
  }

  /** The next {@link #take} on an empty queue throws this. First failure wins. */
  public void fail(RuntimeException failure) {
    lock.lock();
    try {
      failWith(Objects.requireNonNull(failure));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Refuses further items, releases blocked producers and a waiting taker, and says how many items
   * it discarded; 0 where it was closed before.
   */
  public int close() {
    lock.lock();
    try {
      int discarded = items.size();
      items.clear();
      bytes = 0;
      closed = true;
      filled.signalAll();
      drained.signalAll();
      return discarded;
    } finally {
      lock.unlock();
    }
  }

  /** Items held now. */
  public int size() {
    return locked(items::size);
  }

  /** Most items held at a time. */
  public int capacity() {
    return capacity;
  }

  /** Most weight held at a time, but for an item that is alone in the queue. */
  public long capacityBytes() {
    return capacityBytes;
  }

  public OverflowPolicy policy() {
    return policy;
  }

  /** Weight held now, in the bytes of the weigher. */
  public long bytes() {
    return locked(() -> bytes);
  }

  /** Most items ever held. */
  public int highWaterMark() {
    return locked(() -> highWaterMark);
  }

  /** Items lost so far. */
  public long lost() {
    return locked(() -> lost);
  }

  /** Items so far that came after failure or close. */
  public long refused() {
    return locked(() -> refused);
  }

  private void admit(Weighed<T> weighed) {
    if (accepting() && !fits(weighed)) {
      makeRoomFor(weighed);
    }
    if (!accepting()) {
      refused++;
    } else if (fits(weighed)) {
      add(weighed);
    } else {
      lose(weighed.item());
      if (policy == OverflowPolicy.FAIL) {
        failWith(new QueueOverflowException(items.size(), bytes));
      }
    }
  }

  /** Does what the policy allows, which need not be enough. */
  private void makeRoomFor(Weighed<T> weighed) {
    switch (policy) {
      case DROP_OLDEST -> evictFor(weighed);
      case BLOCK -> awaitRoomFor(weighed);
      case DROP_NEWEST, FAIL -> {}
    }
  }

  private void add(Weighed<T> weighed) {
    items.add(weighed);
    bytes += weighed.weight();
    highWaterMark = Math.max(highWaterMark, items.size());
    if (items.size() == 1) {
      filled.signal();
    }
  }

  private void lose(T item) {
    lost++;
    lostListener.accept(item);
  }

  private boolean accepting() {
    return !closed && failure == null;
  }

  private boolean fits(Weighed<T> weighed) {
    return items.isEmpty()
        || (items.size() < capacity && bytes + weighed.weight() <= capacityBytes);
  }

  private void evictFor(Weighed<T> weighed) {
    while (!fits(weighed)) {
      lose(removeOldest());
    }
  }

  private void awaitRoomFor(Weighed<T> weighed) {
    try {
      long left = waitedInVain ? 0 : TimeUnit.NANOSECONDS.convert(blockTimeout);
      while (accepting() && !fits(weighed) && left > 0) {
        left = drained.awaitNanos(left);
      }
      waitedInVain = !fits(weighed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private List<T> remove(int count) {
    List<T> batch = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      batch.add(removeOldest());
    }
    if (count > 0) {
      waitedInVain = false;
      drained.signalAll();
    }
    return batch;
  }

  private T removeOldest() {
    Weighed<T> oldest = items.remove();
    bytes -= oldest.weight();
    return oldest.item();
  }

  private void failWith(RuntimeException reason) {
    if (failure == null) {
      failure = reason;
      filled.signalAll();
      drained.signalAll();
    }
  }

  private <V> V locked(Supplier<V> reading) {
    lock.lock();
    try {
      return reading.get();
    } finally {
      lock.unlock();
    }
  }

  /** An item with its weight as measured when it came, so that the sum stays right. */
  private record Weighed<T>(T item, int weight) {
    Weighed {
      Objects.requireNonNull(item);
    }
  }
}
