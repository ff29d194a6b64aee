package io.github.kisconnect.simulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The app keys that the simulator knows. Event loop only. */
final class AppKeys {

  private final List<AppKeyAccount> accounts = new ArrayList<>();

  AppKeys(Map<String, String> secretsByAppKey, LongSupplier nanoTime) {
    secretsByAppKey.forEach(
        (appKey, secret) -> accounts.add(new AppKeyAccount(appKey, secret, nanoTime)));
  }

  /** Knows the app key no more, nor its approval key. */
  void withdraw(String appKey) {
    accounts.removeIf(account -> account.appKey().equals(appKey));
  }

  Optional<AppKeyAccount> byAppKey(String appKey) {
    return accounts.stream().filter(account -> account.appKey().equals(appKey)).findFirst();
  }

  Optional<AppKeyAccount> byApproval(String approvalKey) {
    return accounts.stream().filter(account -> account.hasApproval(approvalKey)).findFirst();
  }

  Collection<AppKeyAccount> all() {
    return List.copyOf(accounts);
  }
}
