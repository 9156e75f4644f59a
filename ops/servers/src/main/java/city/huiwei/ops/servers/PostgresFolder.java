package city.huiwei.ops.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a PostgreSQL server has on the disk: its programs, its data, its log. */
record PostgresFolder(Path folder, Programs programs) {

  private static final int STATUS_LINE = 7;

  PostgresFolder {
    folder = folder.toAbsolutePath();
  }

  Path log() {
    return folder.resolve("postgres.log");
  }

  /** Makes it fit for a server to start on: nobody else works there, and the data is there. */
  void prepare() {
    LeftOver.stop("postgres", data(), "INT");
    try {
      // Nobody works here, so the file names a dead server, or a stranger with its process id.
      Files.deleteIfExists(pidFile());
      if (!Files.exists(data())) {
        create();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Command server(int port) {
    return PostgresSettings.command(program("postgres"), data(), port);
  }

  /** Whether the server with this process id says that it takes connections. */
  boolean isReady(long pid) {
    try {
      var lines = Files.readAllLines(pidFile());
      return lines.size() > STATUS_LINE
          && lines.getFirst().equals(Long.toString(pid))
          && lines.get(STATUS_LINE).strip().equals("ready");
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Made beside and then moved, so that a start that was killed leaves nothing half made. */
  private void create() throws IOException {
    var beside = folder.resolve("data.new");
    Folders.delete(beside);
    Command.of(
            program("initdb"),
            "--pgdata=" + beside,
            "--username=postgres",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8")
        .tied("TERM")
        .unprivileged()
        .run(log());
    Files.move(beside, data());
  }

  private String program(String name) {
    return programs.postgres().resolve("bin").resolve(name).toString();
  }

  private Path pidFile() {
    return data().resolve("postmaster.pid");
  }

  private Path data() {
    return folder.resolve("data");
  }
}
