package city.huiwei.ops.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresTest {

  private static final Postgres POSTGRES = Postgres.temporary();

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "full_page_writes, on",
    "synchronous_commit, on",
    "listen_addresses, 127.0.0.1",
    "server_encoding, UTF8",
    "log_timezone, UTC",
    "idle_in_transaction_session_timeout, 10s",
    "server_version, 18.6"
  })
  void runsAsPromised(String setting, String value) throws SQLException {
    assertThat(answer(POSTGRES, "postgres", "SHOW " + setting)).isEqualTo(value);
  }

  @Test
  void aDatabaseAskedForTwiceIsMadeOnce() throws SQLException {
    POSTGRES.createDatabase("inventory");
    try (var connection = connect(POSTGRES, "inventory")) {
      connection.createStatement().execute("CREATE TABLE kept (a int)");
    }
    POSTGRES.createDatabase("inventory");
    assertThat(answer(POSTGRES, "inventory", "SELECT count(*) FROM kept")).isEqualTo("0");
  }

  @Test
  void whatWasCommittedSurvivesAKill() throws SQLException {
    POSTGRES.createDatabase("killed");
    try (var connection = connect(POSTGRES, "killed")) {
      connection.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS a");
      POSTGRES.kill();
      assertThat(POSTGRES.server().isAlive()).isFalse();
      assertThatThrownBy(() -> connection.createStatement().execute("SELECT 1"))
          .isInstanceOf(SQLException.class);
    }
    POSTGRES.restart();
    assertThat(answer(POSTGRES, "killed", "SELECT a FROM kept")).isEqualTo("42");
  }

  @Test
  void aServerLeftOverInTheFolderMakesRoomForTheNext(@TempDir Path folder) throws SQLException {
    try (var first = start(folder, Ports.free())) {
      first.createDatabase("kept");
      try (var second = start(folder, first.port())) {
        assertThat(first.server().isAlive()).isFalse();
        assertThat(answer(second, "kept", "SELECT 1")).isEqualTo("1");
      }
    }
  }

  @Test
  void aStrangerWithTheProcessIdOfADeadServerIsNoObstacle(@TempDir Path folder) throws Exception {
    var postgres = start(folder, Ports.free());
    postgres.close();
    var stranger = new ProcessBuilder("sleep", "60").start();
    try {
      var left = "%d%n%s%n0%n%d%n".formatted(stranger.pid(), folder.resolve("data"), 1);
      Files.writeString(folder.resolve("data/postmaster.pid"), left);
      postgres.restart();
      assertThat(answer(postgres, "postgres", "SELECT 1")).isEqualTo("1");
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
      postgres.close();
    }
  }

  @Test
  void aTakenPortIsNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> start(folder, POSTGRES.port()))
        .hasMessage("Port " + POSTGRES.port() + " is taken by another program");
  }

  private static Postgres start(Path folder, int port) {
    return new Postgres(new PostgresFolder(folder, Programs.shared()), port);
  }

  private static String answer(Postgres postgres, String database, String question)
      throws SQLException {
    try (var connection = connect(postgres, database);
        var answers = connection.createStatement().executeQuery(question)) {
      answers.next();
      return answers.getString(1);
    }
  }

  private static Connection connect(Postgres postgres, String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://" + postgres.address(database) + "?user=postgres");
  }
}
