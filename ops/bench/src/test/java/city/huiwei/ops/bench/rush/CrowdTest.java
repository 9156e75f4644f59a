package city.huiwei.ops.bench.rush;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.ops.servers.Ports;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class CrowdTest {

  private static final int PEOPLE = 40;

  /** Whoever waited for another's answer before asking would wait for ever here. */
  @Test
  void nobodyWaitsForAnothersAnswer() throws IOException {
    var allHaveAsked = new CountDownLatch(PEOPLE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(threads);
      server.createContext(
          "/",
          exchange -> {
            allHaveAsked.countDown();
            await(allHaveAsked);
            var body = "no-place-left".getBytes(StandardCharsets.UTF_8);
            // Half in chunks, whose length is not said beforehand.
            var isChunked = exchange.getRequestURI().getPath().equals("/chunks");
            exchange.sendResponseHeaders(409, isChunked ? 0 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      var requests = Collections.nCopies(PEOPLE / 2, request("/whole"));
      var others = Collections.nCopies(PEOPLE / 2, request("/chunks"));
      var all = new ArrayList<>(requests);
      all.addAll(others);
      var heard = new Crowd(server.getAddress().getPort(), all).ask();
      server.stop(0);
      assertThat(heard).hasSize(PEOPLE).allMatch(Heard::isRefused);
      assertThat(heard).extracting(Heard::body).containsOnly("no-place-left");
    }
  }

  @Test
  void whoGetsNoAnswerIsCountedToo() {
    var heard = new Crowd(Ports.free(), Collections.nCopies(3, request("/"))).ask();
    assertThat(heard).extracting(Heard::status).containsExactly(0, 0, 0);
  }

  private static String request(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
