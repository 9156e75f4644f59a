package city.huiwei.ops.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RedisTest {

  private static final Redis REDIS = Redis.temporary();

  @Test
  void isTheReleaseThatWasTried() {
    assertThat(REDIS.server().lastLines(50)).contains("Redis version=7.0.15");
  }

  @Test
  void aFrozenOneAnswersNothingUntilItThaws() throws IOException {
    REDIS.freeze();
    assertThatThrownBy(() -> answer("PING")).isInstanceOf(SocketTimeoutException.class);
    REDIS.thaw();
    assertThat(answer("PING")).isEqualTo("+PONG");
  }

  @Test
  void aKilledOneRefusesAndComesBackEmptyOnItsPort() throws IOException {
    answer("SET lock held");
    REDIS.kill();
    assertThatThrownBy(() -> answer("PING")).isInstanceOf(ConnectException.class);
    REDIS.restart();
    assertThat(answer("EXISTS lock")).isEqualTo(":0");
  }

  @Test
  void aFrozenOneCanBeStopped() {
    var redis = Redis.temporary();
    redis.freeze();
    redis.close();
    assertThat(redis.server().isAlive()).isFalse();
  }

  private static String answer(String order) throws IOException {
    try (var socket = new Socket("127.0.0.1", REDIS.port())) {
      socket.setSoTimeout(300);
      socket.getOutputStream().write((order + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }
}
