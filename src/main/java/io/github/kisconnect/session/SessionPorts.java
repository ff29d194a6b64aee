package io.github.kisconnect.session;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What a session reaches the world by.
 *
 * @param credentials asked before each approval, on the session thread, so that rotated credentials
 *     are found; should answer quickly
 * @param random for jitter and session ids; used by the session thread only
 */
public record SessionPorts(
    Transport transport,
    ApprovalSource approvals,
    Supplier<Credentials> credentials,
    RecordSink sink,
    SessionListener listener,
    TimeSource time,
    RandomGenerator random) {}
