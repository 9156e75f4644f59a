package city.huiwei.ops.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Takes mail by SMTP, from this machine only. */
final class MailDoor implements AutoCloseable {

  /** Whoever writes to this name is told that nobody has it. */
  private static final String NOBODY = "nobody@";

  private static final int MOST_BYTES = 256 * 1024;
  private static final int MOST_CONNECTIONS = 20;

  private final Inbox inbox;
  private final SMTPServer server;

  MailDoor(Inbox inbox, int port) {
    this.inbox = inbox;
    this.server =
        SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .maxMessageSize(MOST_BYTES)
            .maxConnections(MOST_CONNECTIONS)
            .messageHandler((_, _, to, data) -> take(to, data))
            .build();
    server.start();
  }

  int port() {
    return server.getPortAllocated();
  }

  private void take(String to, byte[] data) throws RejectException {
    if (to.startsWith(NOBODY)) {
      throw new RejectException(550, "nobody has this address");
    }
    try {
      var mail =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(data));
      inbox.add(
          new Received(
              Received.Kind.EMAIL,
              Objects.requireNonNullElse(mail.getMessageID(), ""),
              to,
              Objects.requireNonNullElse(mail.getSubject(), ""),
              String.valueOf(mail.getContent()),
              Instant.now(),
              1));
    } catch (MessagingException | IOException unreadable) {
      throw new RejectException(554, "unreadable");
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
