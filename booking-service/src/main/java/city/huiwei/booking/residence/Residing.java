package city.huiwei.booking.residence;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.ApplicationState;
import city.huiwei.booking.application.Applications;
import city.huiwei.booking.application.Applying;
import city.huiwei.booking.contract.ResidenceDesk.ResidenceFile;
import city.huiwei.booking.contract.ResidenceDesk.ResidenceLine;
import city.huiwei.booking.contract.ResidenceDesk.Which;
import city.huiwei.booking.notice.Telling;
import city.huiwei.booking.person.Account;
import city.huiwei.booking.place.HoldIds;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import city.huiwei.inventory.contract.HoldEnd;
import city.huiwei.inventory.contract.Inventory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Staff take down what happens while somebody lives in a place; its end frees it for the next. */
@Service
public class Residing {

  static final int PAGE = 50;

  private final Residences residences;
  private final Applications applications;
  private final Applying applying;
  private final LetAreas areas;
  private final Telling telling;
  private final Inventory inventory;
  private final Clock clock;
  private final TransactionalOperator transaction;

  Residing(
      Residences residences,
      Applications applications,
      Applying applying,
      LetAreas areas,
      Telling telling,
      Inventory inventory,
      Clock clock,
      TransactionalOperator transaction) {
    this.residences = residences;
    this.applications = applications;
    this.applying = applying;
    this.areas = areas;
    this.telling = telling;
    this.inventory = inventory;
    this.clock = clock;
    this.transaction = transaction;
  }

  Mono<List<ResidenceLine>> desk(SignedIn staff, Which which, @Nullable UUID after) {
    return applications
        .today()
        .flatMapMany(today ->
            residences.atDesk(
                requireNonNull(staff.operator()), Sought.of(which, today), after, PAGE))
        .collectList()
        .flatMap(this::lines);
  }

  /** With what people call the applications. */
  private Mono<List<ResidenceLine>> lines(List<Residence> found) {
    return applications
        .references(found.stream().map(Residence::application).toList())
        .map(references ->
            found.stream()
                .map(each -> each.line(String.valueOf(references.get(each.application()))))
                .toList());
  }

  Mono<ResidenceFile> file(SignedIn staff, UUID id) {
    return theirs(staff, id)
        .flatMap(residence ->
            line(residence)
                .zipWith(residences.done(id).collectList())
                .map(both -> new ResidenceFile(both.getT1(), residence.steps(), both.getT2())));
  }

  Mono<ResidenceLine> line(Residence residence) {
    return lines(List.of(residence)).map(List::getFirst);
  }

  /** One's own, by the application that led to it. */
  public Mono<List<Residence>> of(SignedIn who, UUID application) {
    return applying
        .own(who, application)
        .map(Application::id)
        .flatMapMany(residences::of)
        .collectList();
  }

  /** What happened in a residence, the newest first. */
  Mono<List<Residences.Step>> steps(Residence residence) {
    return residences.steps(residence.id()).collectList();
  }

  Mono<Residence> take(SignedIn staff, UUID id, Turn turn) {
    return theirs(staff, id)
        .zipWith(applications.now())
        .flatMap(both -> {
          var today = both.getT2().atZone(clock.getZone()).toLocalDate();
          var mistake = turn.mistake(both.getT1(), today);
          return mistake != null
              ? Mono.error(refused(mistake))
              : step(turn, turn.after(both.getT1(), today), Account.of(staff).toString());
        })
        .switchIfEmpty(
            Mono.error(() -> conflict("changed-meanwhile", Reason.of("CHANGED_MEANWHILE"))))
        .flatMap(changed -> carry(changed).onErrorReturn(changed));
  }

  private Mono<Residence> step(Turn turn, Residence after, String actor) {
    return residences
        .step(after, turn.step(), turn.said(), actor)
        .delayUntil(changed -> Mono.justOrEmpty(turn.notice(changed)).flatMap(telling::tell))
        .as(transaction::transactional);
  }

  private Mono<Residence> theirs(SignedIn staff, UUID id) {
    return residences
        .one(id)
        .filter(residence -> staff.worksFor(residence.operator()))
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  /**
   * Tells inventory of the end; what is left over is free at that moment. Asked twice, told once.
   */
  Mono<Residence> carry(Residence residence) {
    var ends = residence.ends();
    if (ends == null) {
      return Mono.just(residence);
    }
    return tell(residence, ends)
        .then(
            Mono.defer(
                () -> residence.state() == ResidenceState.LEFT ? end(residence) : Mono.empty()))
        .then(Mono.defer(() -> residences.settled(residence.id())))
        .thenReturn(residence);
  }

  private Mono<Void> tell(Residence residence, LocalDate ends) {
    return Flux.fromIterable(HoldIds.of(residence.id(), residence.pools().size()))
        .concatMap(hold ->
            ends.isAfter(residence.begins())
                ? inventory.end(hold, new HoldEnd(ends))
                : inventory.release(hold))
        .then();
  }

  private Mono<Void> end(Residence residence) {
    var area = residence.area();
    return residences
        .hasAnother(residence)
        .filter(hasAnother -> !hasAnother)
        .flatMap(_ -> applications.move(residence.application(), ApplicationState.ENDED, "system"))
        .flatMap(_ -> area == null ? Mono.empty() : areas.giveBack(residence.programme(), area))
        .as(transaction::transactional);
  }

  private static ProblemException refused(Reason reason) {
    return reason.code().equals("WRONG_STATE") || reason.code().equals("STILL_PUBLIC")
        ? conflict("wrong-state", reason)
        : new ProblemException(
            HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", List.of(reason));
  }

  private static ProblemException conflict(String type, Reason reason) {
    return new ProblemException(HttpStatus.CONFLICT, type, List.of(reason));
  }
}
