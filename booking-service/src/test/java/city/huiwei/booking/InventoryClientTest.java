package city.huiwei.booking;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/** An inventory that closes connections before it answers. */
@NullUnmarked
class InventoryClientTest {

  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nheld".getBytes(US_ASCII);

  private final AtomicInteger asked = new AtomicInteger();
  private ServerSocket socket;

  @BeforeEach
  void open() throws IOException {
    socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
  }

  @Test
  void aConnectionThatClosesIsAskedOnceMore() {
    closeFirst(1);
    assertThat(ask(client().filter(InventoryClient::onceMore))).isEqualTo("held");
    assertThat(asked).hasValue(2);
  }

  @Test
  void aSecondOneIsAnError() {
    closeFirst(2);
    assertThatThrownBy(() -> ask(client().filter(InventoryClient::onceMore)))
        .isInstanceOf(WebClientRequestException.class);
    assertThat(asked).hasValue(2);
  }

  /** What the filter is for. */
  @Test
  void withoutItTheFirstIsAnError() {
    closeFirst(1);
    assertThatThrownBy(() -> ask(client())).isInstanceOf(WebClientRequestException.class);
    assertThat(asked).hasValue(1);
  }

  private WebClient.Builder client() {
    return WebClient.builder().baseUrl("http://localhost:" + socket.getLocalPort());
  }

  private static String ask(WebClient.Builder client) {
    return client
        .build()
        .put()
        .uri("/holds")
        .bodyValue("{}")
        .retrieve()
        .bodyToMono(String.class)
        .block();
  }

  /** Reads what is asked on each connection, and answers on all but the first. */
  private void closeFirst(int closed) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            while (true) {
              try (var connection = socket.accept()) {
                connection.getInputStream().read(new byte[10_000]);
                if (asked.incrementAndGet() > closed) {
                  connection.getOutputStream().write(ANSWER);
                }
              }
            }
          } catch (IOException _) {
            // The test is over.
          }
        });
  }
}
