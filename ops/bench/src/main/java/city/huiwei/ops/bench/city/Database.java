package city.huiwei.ops.bench.city;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database on the city's own PostgreSQL server. */
public record Database(Settings settings, String name) {

  /** Makes it, empty; one that is there is dropped. */
  public static Database create(Settings settings, String name) {
    var server = new Database(settings, "postgres");
    server.run("drop database if exists " + name + " with (force)");
    server.run("create database " + name);
    return new Database(settings, name);
  }

  public void run(String... statements) {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  /** Runs a file as {@code psql} would: each statement for itself. */
  public void runFile(Path file) {
    Tool.run(
        settings.target().resolve("psql.log"),
        "psql",
        "--no-psqlrc",
        "--quiet",
        "--set=ON_ERROR_STOP=1",
        "--host=127.0.0.1",
        "--port=" + settings.postgresPort(),
        "--username=postgres",
        "--dbname=" + name,
        "--file=" + file);
  }

  /** The one number that a question has for an answer. */
  public long number(String question) {
    return Long.parseLong(text(question));
  }

  public String text(String question) {
    try (var connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres".formatted(settings.postgresPort(), name));
  }
}
