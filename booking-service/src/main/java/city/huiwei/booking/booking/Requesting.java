package city.huiwei.booking.booking;

import city.huiwei.booking.programme.Programmes;
import city.huiwei.edge.Batches;
import io.r2dbc.spi.R2dbcException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes the intents of many people together, and knows what day it is by the database's clock. */
@Service
class Requesting {

  private static final Logger log = LoggerFactory.getLogger(Requesting.class);

  /**
   * SQLSTATE classes of a database that is not there, has no room, or keeps us waiting: one by one
   * is no help.
   */
  private static final Set<String> AWAY = Set.of("08", "53", "55", "57", "58");

  private final Intents intents;
  private final Batches<Intents.Allowed, Boolean> batches;
  private final int granted;
  private volatile @Nullable LocalDate today;

  Requesting(Intents intents, Programmes programmes, BookingSettings settings) {
    this.intents = intents;
    this.granted = programmes.graduateHousing().rules().entitlementNights();
    this.batches =
        new Batches<>(
            settings.batch(), settings.queue(), allowed -> allowed.intent().account(), this::write);
  }

  /** The city's day as the database last said it; absent before it said anything. */
  @Nullable LocalDate today() {
    return today;
  }

  void heard(LocalDate day) {
    today = day;
  }

  /**
   * Writes an intent and spends its nights.
   *
   * @param judged the city's day of which the rules allow it
   * @return false when the table says no, and nothing is written
   */
  Mono<Boolean> request(Intent intent, LocalDate judged) {
    return batches.ask(new Intents.Allowed(intent, judged));
  }

  /** When they fail together, each stands for itself: nobody suffers for somebody else's intent. */
  private Mono<List<Boolean>> write(List<Intents.Allowed> many) {
    return writeTogether(many)
        .onErrorResume(
            Requesting::isAboutTheRows,
            error -> Flux.fromIterable(many).concatMap(this::writeAlone).collectList());
  }

  private Mono<List<Boolean>> writeTogether(List<Intents.Allowed> many) {
    return intents
        .write(many, granted)
        .doOnNext(written -> heard(written.today()))
        .map(written ->
            many.stream().map(one -> written.bookings().contains(one.intent().id())).toList());
  }

  private Mono<Boolean> writeAlone(Intents.Allowed one) {
    return writeTogether(List.of(one))
        .map(List::getFirst)
        .onErrorResume(
            Requesting::isAboutTheRows,
            error -> {
              log.warn("{} not written: {}", one.intent().id(), sqlState(error));
              return Mono.just(false);
            });
  }

  private static boolean isAboutTheRows(Throwable error) {
    var state = sqlState(error);
    return state.length() == 5 && !AWAY.contains(state.substring(0, 2));
  }

  private static String sqlState(Throwable error) {
    return error instanceof DataAccessException && error.getCause() instanceof R2dbcException cause
        ? String.valueOf(cause.getSqlState())
        : "";
  }
}
