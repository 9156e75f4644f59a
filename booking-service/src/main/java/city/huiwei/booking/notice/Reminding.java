package city.huiwei.booking.notice;

import city.huiwei.booking.calendar.WorkingHours;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reminds people of what ends soon, while they can be reached: of an offer a working day before, of
 * the end of a leave three days, of a reassessment or a yearly check thirty.
 */
@Component
class Reminding implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Reminding.class);
  private static final Duration WORKING_DAY = Duration.ofHours(7);
  private static final int DAYS_BEFORE_RETURN = 3;
  private static final int DAYS_BEFORE_CHECK = 30;

  private final Reminders reminders;
  private final Telling telling;
  private final WorkingHours hours;
  private final NoticeSettings settings;
  private final Clock clock;
  private Disposable running = Disposables.disposed();

  Reminding(
      Reminders reminders,
      Telling telling,
      WorkingHours hours,
      NoticeSettings settings,
      Clock clock) {
    this.reminders = reminders;
    this.telling = telling;
    this.hours = hours;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void start() {
    running =
        Flux.interval(settings.reminders())
            .onBackpressureDrop()
            .concatMap(
                _ ->
                    reminders
                        .now()
                        .filter(hours::isReachable)
                        .flatMap(this::remind)
                        .doOnError(error -> log.warn("not reminded: {}", error.toString()))
                        .onErrorComplete(),
                1)
            .subscribe();
  }

  /** What is due at this moment; asked again it has been told. */
  Mono<Void> remind(Instant now) {
    var today = now.atZone(clock.getZone()).toLocalDate();
    return reminders
        .ofOffers(hours.after(now, WORKING_DAY), telling.on(Notice.Kind.OFFER_ENDING))
        .then(
            reminders.ofReturns(
                today.plusDays(DAYS_BEFORE_RETURN), telling.on(Notice.Kind.LEAVE_ENDING)))
        .then(
            reminders.ofChecks(
                today.plusDays(DAYS_BEFORE_CHECK), telling.on(Notice.Kind.CHECK_DUE)));
  }

  @Override
  public void stop() {
    running.dispose();
  }

  @Override
  public boolean isRunning() {
    return !running.isDisposed();
  }
}
