package city.huiwei.ops.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address. */
public final class Ports {

  private Ports() {}

  /**
   * A port that nobody listens on at this moment, and that no outgoing connection will be given
   * before somebody does: systems choose those from 32768 up.
   */
  public static int free() {
    return ThreadLocalRandom.current()
        .ints(15_000, 32_000)
        .filter(Ports::isFree)
        .findFirst()
        .orElseThrow();
  }

  static void refuseTaken(int port) {
    if (!isFree(port)) {
      throw new IllegalStateException("Port " + port + " is taken by another program");
    }
  }

  /** Whether nobody listens on a port, so that a server of ours can. */
  public static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
