package io.github.kisconnect.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A URL with one of some schemes and a host. Looks up no name, and repeats no URL in a message. */
final class EndpointUrl implements ValueCheck {

  private static final Pattern LOOPBACK_V4 = Pattern.compile("127(\\.[0-9]{1,3}){3}");

  private final List<String> schemes;

  EndpointUrl(String... schemes) {
    this.schemes = List.of(schemes);
  }

  /** The URL, where it is one. */
  static Optional<URI> parse(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether the host is this machine by its spelling alone. */
  static boolean isLoopback(URI url) {
    String host = url.getHost();
    if (host == null) {
      return false;
    }
    return host.equalsIgnoreCase("localhost")
        || LOOPBACK_V4.matcher(host).matches()
        || (host.startsWith("[") && isLoopbackLiteral(host));
  }

  /** An address in brackets is parsed, never looked up. */
  private static boolean isLoopbackLiteral(String bracketed) {
    try {
      return InetAddress.getByName(bracketed).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  @Override
  public List<String> problems(String name, Object value) {
    return parse((String) value)
        .map(url -> problem(url).map(what -> name + what))
        .orElseGet(() -> Optional.of(name + " is no URL: give one like " + example() + "."))
        .stream()
        .toList();
  }

  private Optional<String> problem(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!schemes.contains(scheme)) {
      return Optional.of(" must begin with " + String.join(":// or ", schemes) + "://.");
    }
    if (url.getHost() == null) {
      return Optional.of(
          " names no valid host: give one like "
              + example()
              + "; a host name has letters, digits, '.' and '-', but no '_'.");
    }
    if (url.getPort() == 0 || url.getPort() > 65_535) {
      return Optional.of(" has an impossible port: give one from 1 to 65535.");
    }
    if (url.getUserInfo() != null) {
      return Optional.of(" must not carry a user or password: remove all from // to @.");
    }
    if (url.getQuery() != null || url.getFragment() != null) {
      return Optional.of(" must end with its path: remove all from '?' or '#' on.");
    }
    return Optional.empty();
  }

  private String example() {
    return schemes.get(0) + "://host:port";
  }

  @Override
  public String toString() {
    return String.join(":// or ", schemes) + "://";
  }
}
