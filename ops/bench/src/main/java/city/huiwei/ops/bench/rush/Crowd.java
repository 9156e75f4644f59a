package city.huiwei.ops.bench.rush;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many people, each with a connection that is open already. All send in the same instant, and
 * nobody waits for anybody else's answer; what an answer took counts from that instant.
 *
 * @param requests one each, as HTTP/1.1 text
 */
record Crowd(int port, List<String> requests) {

  private static final int PATIENCE_MILLIS = 60_000;

  /** One answer each; those who got none have the status 0. */
  List<Heard> ask() {
    var connected = new CountDownLatch(requests.size());
    var start = new Start();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = new ArrayList<Future<Heard>>();
      for (var request : requests) {
        asked.add(threads.submit(() -> ask(request, connected, start)));
      }
      connected.await();
      start.give();
      var heard = new ArrayList<Heard>();
      for (var each : asked) {
        heard.add(each.get());
      }
      return heard;
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  private Heard ask(String request, CountDownLatch connected, Start start)
      throws InterruptedException {
    var bytes = request.getBytes(StandardCharsets.US_ASCII);
    var socket = open();
    connected.countDown();
    start.await();
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(bytes);
      return Heard.read(socket.getInputStream(), start);
    } catch (IOException failure) {
      return new Heard(0, String.valueOf(failure.getMessage()), start.micros());
    }
  }

  /** One that is refused fails when it is written to, like one that breaks later. */
  private Socket open() {
    try {
      return new Socket(InetAddress.getLoopbackAddress(), port);
    } catch (IOException refused) {
      return new Socket();
    }
  }

  /** The instant in which all ask. */
  static final class Start {

    private final CountDownLatch given = new CountDownLatch(1);
    private volatile long at;

    void give() {
      at = System.nanoTime();
      given.countDown();
    }

    void await() throws InterruptedException {
      given.await();
    }

    long micros() {
      return (System.nanoTime() - at) / 1_000;
    }
  }
}
