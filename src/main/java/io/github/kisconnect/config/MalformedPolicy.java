package io.github.kisconnect.config;

/** What happens to received bytes that are no record. In every case they are counted. */
public enum MalformedPolicy {
  /** The raw bytes go to the topic for malformed data; where there is none, they are logged. */
  QUARANTINE,
  /** Nothing is kept but the count. */
  SKIP,
  /** The task fails. */
  FAIL
}
