package city.huiwei.console.application;

import city.huiwei.booking.contract.ApplicationLine;
import city.huiwei.booking.contract.ApplicationList;
import city.huiwei.booking.contract.Channel;
import city.huiwei.booking.contract.Counter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Types in for who came on paper or by telephone; empty: no such draft here. */
@Component
class Entering {

  private final Counter counter;
  private final ApplicationSettings settings;

  Entering(Counter counter, ApplicationSettings settings) {
    this.counter = counter;
    this.settings = settings;
  }

  List<String> programmes() {
    return settings.programmes();
  }

  Mono<ApplicationList> drafts(@Nullable UUID after) {
    return counter.drafts(after);
  }

  Mono<ApplicationLine> start(String key, String programme, Channel channel) {
    return counter.start(key, new Counter.NewDraft(programme, channel));
  }

  Mono<Counter.Draft> draft(UUID application) {
    return counter.draft(application);
  }

  /** The draft with what was typed. */
  Mono<Counter.Draft> save(UUID application, int version, Typed typed) {
    return counter
        .save(application, new Counter.NewAnswers(version, typed.answers()))
        .flatMap(saved -> counter.draft(saved.id()));
  }

  Mono<ApplicationLine> send(UUID application, int version, boolean toAPerson) {
    return counter.submit(application, new Counter.Submission(version, toAPerson));
  }
}
