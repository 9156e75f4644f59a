package city.huiwei.ops.servers;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A real PostgreSQL 18 on the loopback address, a child process that ends with us. User {@code
 * postgres}, no password; a commit is on the disk before it is answered.
 */
public final class Postgres implements AutoCloseable {

  // The fast shutdown: open transactions are rolled back, what was committed is checkpointed.
  private static final String FAST = "INT";
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(8);

  private final PostgresFolder folder;
  private final int port;
  private Child server;

  Postgres(PostgresFolder folder, int port) {
    this.folder = folder;
    this.port = port;
    this.server = run();
  }

  /** Starts on what the folder holds, or makes it; stops a server left over there first. */
  public static Postgres start(Path folder, int port) {
    return new Postgres(new PostgresFolder(folder, new Programs(folder.resolve("programs"))), port);
  }

  /** Starts an empty one on a free port, for tests; it is gone when this process ends. */
  public static Postgres temporary() {
    var folder = Folders.temporary("postgres");
    var postgres = new Postgres(new PostgresFolder(folder, Programs.shared()), Ports.free());
    Folders.deleteAtExit(folder, postgres::kill);
    return postgres;
  }

  public int port() {
    return port;
  }

  /** Where a database is, as the services' setting {@code huiwei.database} wants it. */
  public String address(String database) {
    return "localhost:" + port + "/" + database;
  }

  /** Makes a database unless it is there. */
  public void createDatabase(String name) {
    var url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    try (var connection = DriverManager.getConnection(url);
        var question = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?");
        var order = connection.createStatement()) {
      question.setString(1, name);
      if (!question.executeQuery().next()) {
        order.execute("CREATE DATABASE \"" + name.replace("\"", "\"\"") + "\"");
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("Could not create database " + name, failure);
    }
  }

  /** {@code kill -9} of the server and its sessions, as if the power had gone. */
  public void kill() {
    server.kill();
  }

  /** Starts it again on the same port with the same data. */
  public void restart() {
    close();
    server = run();
  }

  /** The server as a process: whether it lives, and what its log says. */
  public Child server() {
    return server;
  }

  @Override
  public void close() {
    server.stop(FAST, STOP);
  }

  private Child run() {
    folder.prepare();
    Ports.refuseTaken(port);
    var child = folder.server(port).tied(FAST).unprivileged().start(folder.log());
    child.awaitReady(() -> folder.isReady(child.pid()), START);
    return child;
  }
}
