package city.huiwei.booking.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Sends mail. The protocol waits for each answer, so it has a few threads of its own to wait on.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class Mailing implements Sending, DisposableBean {

  private static final int REFUSED_FOR_GOOD = 500;

  private final JavaMailSender sender;
  private final String from;
  private final Scheduler threads =
      Schedulers.newBoundedElastic(Delivering.AT_ONCE, Delivering.AT_ONCE, "mail", 60, true);

  Mailing(JavaMailSender sender, NoticeSettings settings) {
    this.sender = sender;
    this.from = settings.from();
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public Mono<Outcome> send(Message message, String address) {
    return Mono.<Outcome>fromCallable(
            () -> {
              sender.send(mail(message, address));
              return new Outcome.Sent();
            })
        .onErrorResume(MailException.class, failure -> Mono.just(outcome(failure)))
        .subscribeOn(threads);
  }

  private MimeMessage mail(Message message, String address) throws MessagingException {
    var mail = sender.createMimeMessage();
    var parts = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
    parts.setFrom(from);
    parts.setTo(address);
    parts.setSubject(message.subject());
    parts.setText(message.text());
    mail.setHeader("Message-ID", "<" + message.id() + from.substring(from.indexOf('@')) + ">");
    mail.setHeader("Auto-Submitted", "auto-generated");
    return mail;
  }

  /** What the server said may name the address, so only its number is kept. */
  private static Outcome outcome(MailException failure) {
    var code = failure instanceof MailSendException sending ? code(sending) : 0;
    var fault = code == 0 ? failure.getClass().getSimpleName() : "SMTP " + code;
    return code >= REFUSED_FOR_GOOD ? new Outcome.Never(fault) : new Outcome.Later(fault);
  }

  /** The server's answer to the address or the message; 0 where it gave none. */
  private static int code(MailSendException failure) {
    for (Exception each : failure.getMessageExceptions()) {
      for (var at = each; at != null; at = next(at)) {
        if (at instanceof SMTPAddressFailedException refused) {
          return refused.getReturnCode();
        }
        if (at instanceof SMTPSendFailedException refused && next(at) == null) {
          return refused.getReturnCode();
        }
      }
    }
    return 0;
  }

  private static @Nullable Exception next(Exception failure) {
    return failure instanceof MessagingException chained ? chained.getNextException() : null;
  }

  @Override
  public void destroy() {
    threads.dispose();
  }
}
