package io.github.kisconnect.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;

/** {@code /oauth2/Approval} and {@code /oauth2/tokenP} (kis-protocol 1.2). Event loop only. */
final class ApprovalEndpoint {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TOKEN_LIFE = Duration.ofDays(1);
  private static final DateTimeFormatter EXPIRY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Seoul"));

  private final AppKeys appKeys;
  private final FaultPlan faults;
  private final Journal journal;
  private final boolean limited;
  private final InstantSource clock;

  ApprovalEndpoint(AppKeys appKeys, FaultPlan faults, Journal journal, Settings settings) {
    this.appKeys = appKeys;
    this.faults = faults;
    this.journal = journal;
    this.limited = settings.approvalsLimited();
    this.clock = settings.clock();
  }

  /** How long the request that has just come must wait. */
  Duration delay() {
    return faults
        .take(Fault.DelayApproval.class)
        .map(Fault.DelayApproval::by)
        .orElse(Duration.ZERO);
  }

  HttpAnswer approve(String body) {
    Optional<Fault.RefuseApproval> scripted = faults.take(Fault.RefuseApproval.class);
    if (scripted.isPresent()) {
      return refuse(scripted.get().with());
    }
    JsonNode request = json(body);
    Optional<AppKeyAccount> account = appKeys.byAppKey(request.path("appkey").asText());
    if (account.isEmpty()) {
      return refuse(ApprovalRefusal.UNKNOWN_APP_KEY);
    }
    if (!account.get().hasSecret(request.path("secretkey").asText())) {
      return refuse(ApprovalRefusal.WRONG_SECRET);
    }
    if (limited && account.get().issuedWithinLastSecond()) {
      return refuse(ApprovalRefusal.TOO_MANY_CALLS);
    }
    journal.note(SimulatorEvent.Kind.APPROVAL_ISSUED, "", "");
    return HttpAnswer.json(
        200, JSON.createObjectNode().put("approval_key", account.get().issueApproval()).toString());
  }

  HttpAnswer accessToken(String body) {
    JsonNode request = json(body);
    Optional<AppKeyAccount> account = appKeys.byAppKey(request.path("appkey").asText());
    if (account.isEmpty()) {
      return ApprovalRefusal.UNKNOWN_APP_KEY.answer();
    }
    if (!account.get().hasSecret(request.path("appsecret").asText())) {
      return ApprovalRefusal.WRONG_SECRET.answer();
    }
    return HttpAnswer.json(
        200,
        JSON.createObjectNode()
            .put("access_token", UUID.randomUUID().toString())
            .put("access_token_token_expired", EXPIRY.format(clock.instant().plus(TOKEN_LIFE)))
            .put("token_type", "Bearer")
            .put("expires_in", TOKEN_LIFE.toSeconds())
            .toString());
  }

  private HttpAnswer refuse(ApprovalRefusal refusal) {
    journal.note(SimulatorEvent.Kind.APPROVAL_REFUSED, "", refusal.name());
    return refusal.answer();
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
