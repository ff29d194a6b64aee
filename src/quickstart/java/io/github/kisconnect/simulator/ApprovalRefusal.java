package io.github.kisconnect.simulator;

/** The ways in which the approval endpoint fails (kis-protocol 1.2). */
public enum ApprovalRefusal {
  UNKNOWN_APP_KEY(403, HttpAnswer.errorBody("EGW00103", "유효하지 않은 AppKey입니다.")),
  WRONG_SECRET(403, HttpAnswer.errorBody("EGW00105", "유효하지 않은 AppSecret입니다.")),
  TOO_MANY_CALLS(403, HttpAnswer.errorBody("EGW00201", "초당 거래건수를 초과하였습니다.")),
  ONE_PER_MINUTE(403, HttpAnswer.errorBody("EGW00133", "접근토큰 발급 잠시 후 다시 시도하세요(1분당 1회)")),
  SERVER_ERROR(500, HttpAnswer.errorBody("EGW00002", "서버 에러가 발생했습니다.")),
  /** The other shape of gateway errors. */
  RT_CD_SHAPE(
      500,
      """
      {"rt_cd":"1","msg_cd":"EGW00201","msg1":"초당 거래건수를 초과하였습니다."}"""),
  HTML_502(502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>"),
  EMPTY(200, ""),
  NO_KEY(200, "{}"),
  TRUNCATED_JSON(200, "{\"approval_key\":\"0123");

  private final int status;
  private final String contentType;
  private final String body;

  ApprovalRefusal(int status, String body) {
    this(status, HttpAnswer.JSON, body);
  }

  ApprovalRefusal(int status, String contentType, String body) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
  }

  HttpAnswer answer() {
    return new HttpAnswer(status, contentType, body);
  }
}
