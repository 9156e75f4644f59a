package city.huiwei.ops.inbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An inbox that runs in this process, open to this machine only. */
public final class RunningInbox implements AutoCloseable {

  private static final int THREADS = 4;

  private final Inbox inbox = new Inbox();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final MailDoor mail;
  private final HttpServer http;

  RunningInbox(int port, int smtpPort, String secret) {
    mail = new MailDoor(inbox, smtpPort);
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException taken) {
      mail.close();
      throw new UncheckedIOException("port " + port, taken);
    }
    http.setExecutor(threads);
    http.createContext("/sms", new GatewayDoor(inbox, secret));
    http.createContext("/", new InboxPage(inbox));
    http.start();
  }

  /** Of the page and of the gateway at {@code /sms}. */
  public int port() {
    return http.getAddress().getPort();
  }

  public int smtpPort() {
    return mail.port();
  }

  /** What came in, the newest first. */
  public List<Received> received() {
    return inbox.all();
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
    mail.close();
  }
}
