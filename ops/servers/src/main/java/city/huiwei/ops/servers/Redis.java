package city.huiwei.ops.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A real Redis 7 on the loopback address, a child process that ends with us. It keeps nothing on
 * the disk: the locks it holds are worth nothing after a restart.
 */
public final class Redis implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(20);
  private static final Duration STOP = Duration.ofSeconds(5);

  private final Path folder;
  private final Programs programs;
  private final int port;
  private Child server;

  private Redis(Path folder, Programs programs, int port) {
    this.folder = folder.toAbsolutePath();
    this.programs = programs;
    this.port = port;
    this.server = run();
  }

  /** Starts one with its log in this folder; stops a server left over there first. */
  public static Redis start(Path folder, int port) {
    return new Redis(folder, new Programs(folder.resolve("programs")), port);
  }

  /** Starts one on a free port, for tests; it is gone when this process ends. */
  public static Redis temporary() {
    var folder = Folders.temporary("redis");
    var redis = new Redis(folder, Programs.shared(), Ports.free());
    Folders.deleteAtExit(folder, redis::kill);
    return redis;
  }

  public int port() {
    return port;
  }

  /** Where it is, as the services' setting {@code huiwei.redis} wants it. */
  public String address() {
    return "redis://127.0.0.1:" + port;
  }

  /** It takes connections and answers nothing, until the {@link #thaw}. */
  public void freeze() {
    server.send("STOP");
  }

  public void thaw() {
    server.send("CONT");
  }

  /** {@code kill -9}: connections break, locks are forgotten. */
  public void kill() {
    server.kill();
  }

  /** Starts it again, empty, on the same port. */
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
    // A frozen one would not hear that it is to end.
    thaw();
    server.stop("TERM", STOP);
  }

  private Child run() {
    LeftOver.stop("redis-server", folder, "TERM");
    Ports.refuseTaken(port);
    var child = command().tied("TERM").start(folder.resolve("redis.log"));
    child.awaitReady(this::answers, START);
    return child;
  }

  private Command command() {
    return Command.of(
        programs.redis().toString(),
        "--port",
        "" + port,
        "--bind",
        "127.0.0.1",
        "--save",
        "",
        "--appendonly",
        "no",
        "--maxmemory",
        "128mb",
        "--maxmemory-policy",
        "noeviction");
  }

  private boolean answers() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      socket.setSoTimeout(1000);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      return socket.getInputStream().read() == '+';
    } catch (IOException notYet) {
      return false;
    }
  }
}
