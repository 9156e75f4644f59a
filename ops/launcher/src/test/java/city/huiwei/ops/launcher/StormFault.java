package city.huiwei.ops.launcher;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What goes wrong in the midst of the storm. */
enum StormFault {
  FLUSH_REDIS {
    @Override
    void happen(SharedCity city) throws IOException {
      try (var redis = new Socket("127.0.0.1", city.settings().redisPort())) {
        redis.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
        var answer = new String(redis.getInputStream().readNBytes(3), StandardCharsets.US_ASCII);
        if (!answer.equals("+OK")) {
          throw new IOException("Redis answered " + answer);
        }
      }
    }
  },
  KILL_INVENTORY {
    @Override
    void happen(SharedCity city) throws InterruptedException {
      SharedCity.kill(city.part("--server.port=" + city.settings().inventoryPort()));
      city.awaitRestart("inventory-service");
    }
  },
  FREEZE_REDIS {
    @Override
    void happen(SharedCity city) throws IOException, InterruptedException {
      var redis = city.part("redis-server");
      signal("STOP", redis);
      Thread.sleep(1_500);
      signal("CONT", redis);
    }
  },
  KILL_BOOKING {
    @Override
    void happen(SharedCity city) throws InterruptedException {
      SharedCity.kill(city.part("--server.port=" + city.settings().bookingPort()));
      city.awaitRestart("booking-service");
    }
  };

  private static final int SHORT = 10_000;

  /** A service takes a while to come back, so a short storm kills one of the two. */
  static List<StormFault> of(long seed, int deeds) {
    var spared = seed % 2 == 0 ? KILL_BOOKING : KILL_INVENTORY;
    return Stream.of(values()).filter(fault -> deeds >= SHORT || fault != spared).toList();
  }

  abstract void happen(SharedCity city) throws IOException, InterruptedException;

  private static void signal(String name, ProcessHandle process)
      throws IOException, InterruptedException {
    var kill = new ProcessBuilder("kill", "-" + name, "" + process.pid()).inheritIO().start();
    if (kill.waitFor() != 0) {
      throw new IOException("kill -" + name + " failed");
    }
  }
}
