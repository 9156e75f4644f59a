package city.huiwei.ops.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The gateway takes what is signed, and the page shows it as it is. */
@NullUnmarked
class SampleInboxTest {

  private static final String BODY =
      """
      {"type":"sms.send","data":{"to":"13800138001","text":"<b>{text}</b>"}}\
      """;

  /** One moment for the signature and its header, for a second may pass between two looks. */
  private final long now = Instant.now().getEpochSecond();

  private final RunningInbox inbox = SampleInbox.start(0, 0, SampleInbox.SAMPLE_SECRET);

  @AfterEach
  void close() {
    inbox.close();
  }

  @Test
  void whatIsSignedIsTakenAndTheSameAgainIsCounted() throws Exception {
    assertThat(call("one", BODY, signature("one", BODY))).isEqualTo(204);
    assertThat(call("one", BODY, signature("one", BODY))).isEqualTo(204);
    assertThat(inbox.received()).singleElement().returns(2, Received::times);
  }

  @Test
  void whatIsNotSignedOrWasChangedIsRefused() throws Exception {
    assertThat(call("one", BODY, "v1,bm90IHNpZ25lZA==")).isEqualTo(401);
    assertThat(call("two", BODY, signature("one", BODY))).isEqualTo(401);
    assertThat(call("one", BODY.replace("138", "139"), signature("one", BODY))).isEqualTo(401);
    assertThat(inbox.received()).isEmpty();
  }

  @Test
  void aMessageIsShownAsTextInBothLanguages() throws Exception {
    assertThat(page("zh-CN")).contains("样例收件箱", "还没有消息");
    assertThat(page("en-GB")).contains("Sample inbox", "Nothing yet");
    call("one", BODY, signature("one", BODY));
    assertThat(page("en-GB"))
        .contains("&lt;b&gt;&#123;text}&lt;/b&gt;", "13800138001")
        .doesNotContain("<b>", "#{");
  }

  private String signature(String id, String body) throws Exception {
    return new Webhook(SampleInbox.SAMPLE_SECRET).sign(id, now, body);
  }

  private int call(String id, String body, String signature) throws Exception {
    var request =
        HttpRequest.newBuilder(address("/sms"))
            .header("webhook-id", id)
            .header("webhook-timestamp", String.valueOf(now))
            .header("webhook-signature", signature)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return answer(request).statusCode();
  }

  private String page(String language) throws Exception {
    return answer(HttpRequest.newBuilder(address("/")).header("Accept-Language", language)).body();
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + inbox.port() + path);
  }

  private static HttpResponse<String> answer(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
