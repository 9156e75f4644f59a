package city.huiwei.booking.childcare;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.application.Applications;
import city.huiwei.booking.person.Account;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Staff say who looks after their classes and what is licensed, and see what follows. */
@Service
class Declaring {

  private static final int MOST_CARERS = 99;
  private static final int MOST_PLACES = 999;

  private final Counting counting;
  private final Declarations declarations;
  private final Applications applications;

  Declaring(Counting counting, Declarations declarations, Applications applications) {
    this.counting = counting;
    this.declarations = declarations;
    this.applications = applications;
  }

  /** All classes on a day, today where none is named; of one operator. */
  Mono<Count> classes(SignedIn staff, @Nullable LocalDate day) {
    return (day == null ? applications.today() : Mono.just(day))
        .flatMap(counting::on)
        .map(count -> count.of(requireNonNull(staff.operator())));
  }

  Mono<ClassCount> declare(SignedIn staff, Declaration said) {
    return classes(staff, null)
        .flatMap(count ->
            count.named(said.pool()).isEmpty()
                ? Mono.error(ProblemException.notFound())
                : Mono.just(count))
        .doOnNext(_ -> refuse(wrong(said)))
        .flatMap(_ -> say(staff, said))
        .switchIfEmpty(Mono.error(Declaring::stale))
        .flatMap(_ -> classes(staff, null))
        .flatMap(count -> Mono.justOrEmpty(count.named(said.pool())));
  }

  /** Licensed and staffed for what the stock has, from today on; only where nothing is said yet. */
  Mono<Long> declareAsStocked(SignedIn staff) {
    return classes(staff, null)
        .flatMapMany(count ->
            Flux.fromIterable(count.classes())
                .filter(each -> each.declared() == null)
                .map(each -> asStocked(each.of(), count.day())))
        .concatMap(said -> say(staff, said))
        .count();
  }

  private static Declaration asStocked(ChildcareClass it, LocalDate today) {
    var children = Math.min(it.units(), it.ages().mostChildren());
    var carers = Math.ceilDiv(children, it.ages().childrenPerCarer());
    return new Declaration(it.pool(), carers, children, today, null, today, null, 0);
  }

  private Mono<Declaration> say(SignedIn staff, Declaration said) {
    return declarations.say(said, requireNonNull(staff.operator()), Account.of(staff).toString());
  }

  /** All that is wrong with it. */
  private static List<Reason> wrong(Declaration said) {
    return Stream.of(
            isWithin(said.carers(), MOST_CARERS) ? null : outOfRange("carers", MOST_CARERS),
            isWithin(said.licensedPlaces(), MOST_PLACES)
                ? null
                : outOfRange("licensedPlaces", MOST_PLACES),
            isForward(said.licensedFrom(), said.licensedUntil())
                ? null
                : Reason.of("DATES_REVERSED", "licensedUntil"),
            isForward(said.opensOn(), said.closesOn())
                ? null
                : Reason.of("DATES_REVERSED", "closesOn"))
        .flatMap(Stream::ofNullable)
        .toList();
  }

  private static boolean isWithin(int number, int most) {
    return number >= 0 && number <= most;
  }

  private static boolean isForward(LocalDate from, @Nullable LocalDate to) {
    return to == null || to.isAfter(from);
  }

  private static Reason outOfRange(String field, int most) {
    return new Reason("NUMBER_OUT_OF_RANGE", field, Map.of("least", 0, "most", most));
  }

  private static void refuse(List<Reason> reasons) {
    if (!reasons.isEmpty()) {
      throw new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", reasons);
    }
  }

  private static ProblemException stale() {
    return new ProblemException(
        HttpStatus.CONFLICT, "changed-meanwhile", List.of(Reason.of("CHANGED_MEANWHILE")));
  }
}
