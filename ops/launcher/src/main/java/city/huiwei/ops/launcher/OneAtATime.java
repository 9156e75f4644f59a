package city.huiwei.ops.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The lock on a data folder: one city at a time lives in it. The kernel gives it back when the
 * process ends, however it ends; the file says where the city is.
 */
final class OneAtATime {

  private static final String STOPPING = "stopping";
  private static final Duration UNTIL_STOPPED = Duration.ofSeconds(15);
  private static final Duration A_MOMENT = Duration.ofMillis(200);

  private final FileChannel file;

  private OneAtATime(FileChannel file) {
    this.file = file;
  }

  /** Takes the lock, or says who has it; one that is stopping is waited for. */
  static OneAtATime in(Path data, String address) {
    try {
      var path = Files.createDirectories(data).resolve("city.lock");
      var lock = new OneAtATime(open(path));
      var deadline = System.nanoTime() + UNTIL_STOPPED.toNanos();
      while (lock.file.tryLock() == null) {
        var holder = Files.readString(path);
        if (!holder.equals(STOPPING) || System.nanoTime() > deadline) {
          throw new IllegalStateException(taken(data, holder));
        }
        LockSupport.parkNanos(A_MOMENT.toNanos());
      }
      lock.say(address);
      return lock;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Tells the next one that it need not wait long. */
  void sayStopping() {
    say(STOPPING);
  }

  private static FileChannel open(Path path) throws IOException {
    return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static String taken(Path data, String holder) {
    return "A city already runs on "
        + data
        + ": "
        + holder
        + "\nStop it first, or start another with -Ddata.dir=... and -Dport.base=...";
  }

  private void say(String words) {
    try {
      file.truncate(0);
      file.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
