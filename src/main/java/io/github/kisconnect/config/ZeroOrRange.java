package io.github.kisconnect.config;

import java.util.List;

/** Accepts zero, which switches something off, and whole numbers of a range. Immutable. */
final class ZeroOrRange implements ValueCheck {

  private final long least;
  private final long most;

  private ZeroOrRange(long least, long most) {
    this.least = least;
    this.most = most;
  }

  /** Zero, or a number from {@code least} to {@code most}, both inclusive. */
  static ZeroOrRange between(long least, long most) {
    return new ZeroOrRange(least, most);
  }

  @Override
  public List<String> problems(String name, Object value) {
    long number = ((Number) value).longValue();
    return number == 0 || (number >= least && number <= most)
        ? List.of()
        : List.of("%s is %d: give %s.".formatted(name, number, this));
  }

  @Override
  public String toString() {
    return "0 or [%d,...,%d]".formatted(least, most);
  }
}
