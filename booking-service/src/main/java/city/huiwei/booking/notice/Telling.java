package city.huiwei.booking.notice;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** The door for whoever has something to tell. */
@Service
public class Telling {

  private final Notices notices;
  private final List<Channel> channels;

  Telling(Notices notices, ObjectProvider<Sending> sendings) {
    this.notices = notices;
    this.channels = sendings.stream().map(Sending::channel).sorted().toList();
  }

  /**
   * Writes the notice down in the caller's transaction; it fails where there is none, for a notice
   * must not outlive what it tells of. It is sent after the commit.
   */
  public Mono<Void> tell(Notice notice) {
    var id = UuidCreator.getTimeOrderedEpoch();
    return TransactionSynchronizationManager.forCurrentTransaction()
        .filter(TransactionSynchronizationManager::isActualTransactionActive)
        .switchIfEmpty(Mono.error(() -> new IllegalStateException("told outside a transaction")))
        .flatMap(_ -> notices.add(id, notice, on(notice.kind())));
  }

  /** The channels of this city on which such a notice goes out. */
  List<Channel> on(Notice.Kind kind) {
    return channels.stream().filter(channel -> channel.takes(kind)).toList();
  }
}
