package city.huiwei.ops.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the server runs: said on the command line at each start, so no older file has a say. */
final class PostgresSettings {

  private static final List<String> SETTINGS =
      List.of(
          // What was answered "confirmed" is on the disk.
          "fsync=on",
          "full_page_writes=on",
          "synchronous_commit=on",
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "timezone=UTC",
          "log_timezone=UTC",
          "max_connections=200",
          "shared_buffers=128MB",
          "work_mem=8MB",
          // After each checkpoint pages are written whole once; a rush should see few of them.
          "max_wal_size=2GB",
          "checkpoint_timeout=15min",
          // Our statements are short: compiling one costs more than running it.
          "jit=off",
          // A client that vanished in mid-transaction must not keep its locks.
          "idle_in_transaction_session_timeout=10s");

  private PostgresSettings() {}

  static Command command(String program, Path data, int port) {
    var words = new ArrayList<>(List.of(program, "-D", data.toString(), "-p", "" + port));
    SETTINGS.forEach(setting -> words.addAll(List.of("-c", setting)));
    return new Command(words);
  }
}
