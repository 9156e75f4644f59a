package city.huiwei.booking.notice;

import city.huiwei.booking.person.Account;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.SignedIn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Shows people what they were told of their applications, and of those they help with. */
@Service
class Noticing {

  static final int PAGE = 20;

  private final Notices notices;

  Noticing(Notices notices) {
    this.notices = notices;
  }

  /** The newest first, those before one where it is named. */
  Mono<List<Told>> mine(SignedIn who, @Nullable UUID before) {
    return notices.of(Account.of(who), before, PAGE).collectList();
  }

  /** It has been read; twice is once. */
  Mono<Void> read(SignedIn who, UUID id) {
    return notices
        .read(Account.of(who), id)
        .switchIfEmpty(Mono.error(ProblemException::notFound))
        .then();
  }

  /** All up to this one have been read; what came after it meanwhile has not. */
  Mono<Void> readUpTo(SignedIn who, UUID last) {
    return notices.readUpTo(Account.of(who), last);
  }
}
