package city.huiwei.booking.notice;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends short messages through a gateway that is called by HTTP; each call is signed by Standard
 * Webhooks, so the gateway sends nothing that others made up, nor the same twice.
 */
@Component
@ConditionalOnProperty("huiwei.notice.sms.url")
class Texting implements Sending {

  private final WebClient gateway;
  private final Webhook signing;
  private final JsonMapper json;

  Texting(WebClient.Builder builder, NoticeSettings settings, JsonMapper json)
      throws EmptyWebhookSecretException {
    this.gateway = builder.clone().baseUrl(settings.sms().url()).build();
    this.signing = new Webhook(settings.sms().secret());
    this.json = json;
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  /** What is called for, as Standard Webhooks has it. */
  private record Call(String type, String timestamp, Map<String, String> data) {}

  @Override
  public Mono<Outcome> send(Message message, String address) {
    var call =
        new Call(
            "sms.send", message.at().toString(), Map.of("to", address, "text", message.text()));
    var body = json.writeValueAsString(call);
    var at = message.at().getEpochSecond();
    return Mono.fromCallable(() -> signed(message.id(), at, body))
        .flatMap(signature ->
            gateway
                .post()
                .contentType(MediaType.APPLICATION_JSON)
                .header("webhook-id", message.id())
                .header("webhook-timestamp", String.valueOf(at))
                .header("webhook-signature", signature)
                .bodyValue(body)
                .exchangeToMono(
                    answer -> answer.releaseBody().thenReturn(outcome(answer.statusCode()))))
        .onErrorResume(
            WebClientException.class,
            failure -> Mono.just(new Outcome.Later(failure.getClass().getSimpleName())));
  }

  private String signed(String id, long at, String body) throws WebhookSigningException {
    return signing.sign(id, at, body);
  }

  /** A gateway that is busy or broken may do it later; one that says no would say so again. */
  private static Outcome outcome(HttpStatusCode status) {
    var fault = "HTTP " + status.value();
    if (status.is2xxSuccessful()) {
      return new Outcome.Sent();
    }
    return switch (status.value()) {
      case 400, 410, 413, 422 -> new Outcome.Never(fault);
      default -> new Outcome.Later(fault);
    };
  }
}
