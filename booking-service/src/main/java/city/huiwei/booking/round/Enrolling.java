package city.huiwei.booking.round;

import static java.util.stream.Collectors.toMap;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.ApplicationState;
import city.huiwei.booking.application.Applying;
import city.huiwei.booking.ballot.Ticket;
import city.huiwei.booking.booking.Reference;
import city.huiwei.booking.childcare.ChildcareClass;
import city.huiwei.booking.childcare.Count;
import city.huiwei.booking.childcare.Counting;
import city.huiwei.booking.draw.Announcement;
import city.huiwei.booking.draw.DrawRecord;
import city.huiwei.booking.draw.DrawState;
import city.huiwei.booking.draw.Draws;
import city.huiwei.booking.draw.Tickets;
import city.huiwei.booking.person.Account;
import city.huiwei.booking.programme.Childcare;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Families enter a round with their children, rank classes, and change that until the deadline. */
@Service
class Enrolling {

  private static final int MOST_ENTRIES = 50;

  /** Whose papers are in order, or who has a place and wants another. */
  private static final Set<ApplicationState> IN_ORDER =
      Set.of(ApplicationState.QUEUED, ApplicationState.BOOKED);

  private final ChildcareRounds rounds;
  private final RoundEntries entries;
  private final Applying applying;
  private final Counting counting;
  private final Draws draws;
  private final Tickets tickets;
  private final Childcare programme;
  private final TransactionalOperator transaction;
  private final SecureRandom random = new SecureRandom();

  Enrolling(
      ChildcareRounds rounds,
      RoundEntries entries,
      Applying applying,
      Counting counting,
      Draws draws,
      Tickets tickets,
      Programmes programmes,
      TransactionalOperator transaction) {
    this.rounds = rounds;
    this.entries = entries;
    this.applying = applying;
    this.counting = counting;
    this.draws = draws;
    this.tickets = tickets;
    this.programme = programmes.childcare();
    this.transaction = transaction;
  }

  /** A list that was looked at: what it is about, and what is wrong with it. */
  private record Looked(
      ChildcareRound round, List<Application> children, @Nullable String draw, List<Reason> wrong) {

    boolean isLate() {
      return round.phase() != ChildcareRound.Phase.OPEN || draw == null;
    }
  }

  /** Enters; asked twice under one key, it is one entry. */
  Mono<Entry> enter(SignedIn who, UUID round, String key, WishList wishes) {
    var intent = new RoundEntries.Intent(Account.of(who), key, wishes.hash(round));
    return earlier(intent)
        .switchIfEmpty(
            Mono.defer(() -> look(who, round, wishes))
                .flatMap(this::sound)
                .flatMap(looked -> add(looked, intent, wishes)));
  }

  /** What the same intent has entered; an error when its key was used for another. */
  private Mono<Entry> earlier(RoundEntries.Intent intent) {
    return entries
        .asked(intent)
        .flatMap(asked ->
            asked.hash().equals(intent.hash())
                ? Mono.just(asked.entry())
                : Mono.error(keyReused()));
  }

  private Mono<Entry> add(Looked looked, RoundEntries.Intent intent, WishList wishes) {
    var entry = entry(looked, wishes);
    return entries
        .add(entry, intent)
        .flatMap(added ->
            added
                ? write(looked, entry, false)
                : earlier(intent).switchIfEmpty(Mono.error(Enrolling::familyEntered)))
        .as(transaction::transactional)
        .onErrorMap(
            DataIntegrityViolationException.class, _ -> conflict(Reason.of("CHILD_ENTERED")))
        .flatMap(entered -> entries.one(entered.id()));
  }

  private Entry entry(Looked looked, WishList wishes) {
    return new Entry(
        UuidCreator.getTimeOrderedEpoch(),
        looked.round().id(),
        looked.children().getFirst().account(),
        Reference.random(random),
        Ticket.fresh(random),
        category(looked.children()),
        Entry.State.ENTERED,
        1,
        Instant.EPOCH,
        Instant.EPOCH,
        wishes);
  }

  private String category(List<Application> children) {
    var first =
        children.stream()
            .map(Application::standing)
            .mapToInt(standing -> standing == null ? Integer.MAX_VALUE : standing.category())
            .min()
            .orElse(Integer.MAX_VALUE);
    return programme.category(first);
  }

  /** With the list, and the ticket of the draw that stands for it. */
  private Mono<Entry> write(Looked looked, Entry entry, boolean isChange) {
    var ticket = new Ticket(entry.ticket(), entry.category(), 1, entry.wishes().hash());
    var draw = String.valueOf(looked.draw());
    return entries
        .wishes(entry)
        .then(
            Mono.defer(
                () -> isChange ? tickets.replace(draw, ticket) : tickets.enter(draw, ticket)))
        .filter(taken -> taken)
        .switchIfEmpty(Mono.error(() -> late(looked.round())))
        .thenReturn(entry);
  }

  /** Puts another list in its place; an entry keeps its ticket. */
  Mono<Entry> replace(SignedIn who, UUID round, UUID id, int version, WishList wishes) {
    return own(who, round, id)
        .zipWhen(_ -> look(who, round, wishes).flatMap(this::sound))
        .flatMap(both -> {
          var looked = both.getT2();
          var entry = with(both.getT1(), version, category(looked.children()), wishes);
          return entries
              .change(entry, Entry.State.ENTERED)
              .flatMap(done -> done ? write(looked, entry, true) : Mono.error(stale()))
              .as(transaction::transactional)
              .onErrorMap(
                  DataIntegrityViolationException.class, _ -> conflict(Reason.of("CHILD_ENTERED")));
        })
        .flatMap(changed -> entries.one(changed.id()));
  }

  private static Entry with(Entry entry, int version, String category, WishList wishes) {
    return new Entry(
        entry.id(),
        entry.round(),
        entry.account(),
        entry.reference(),
        entry.ticket(),
        category,
        entry.state(),
        version,
        entry.enteredAt(),
        entry.changedAt(),
        wishes);
  }

  /** Takes it out of the round and out of the draw; asked twice it is done once. */
  Mono<Entry> withdraw(SignedIn who, UUID round, UUID id) {
    return own(who, round, id)
        .flatMap(entry ->
            entry.state() == Entry.State.WITHDRAWN
                ? Mono.just(entry)
                : takeOut(entry).flatMap(_ -> entries.one(id)));
  }

  private Mono<Boolean> takeOut(Entry entry) {
    return Mono.zip(rounds.one(entry.round()), draw(entry.round()).defaultIfEmpty(""))
        .flatMap(both ->
            entries
                .change(entry, Entry.State.WITHDRAWN)
                .filter(done -> done)
                .flatMap(_ -> entries.free(entry.id()).thenReturn(true))
                .flatMap(_ -> tickets.withdraw(both.getT2(), entry.ticket()))
                .filter(done -> done)
                .switchIfEmpty(Mono.error(() -> late(both.getT1()))))
        .as(transaction::transactional);
  }

  /** An entry that somebody may act for; a problem when there is none of that id in that round. */
  Mono<Entry> own(SignedIn who, UUID round, UUID id) {
    return entries
        .one(id)
        .filter(entry -> entry.round().equals(round))
        .flatMap(entry ->
            Account.of(who).equals(entry.account())
                ? Mono.just(entry)
                : applying.own(who, entry.wishes().children().getFirst()).thenReturn(entry))
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  Mono<List<Entry>> mine(SignedIn who, @Nullable UUID round) {
    return entries.of(Account.of(who), round, MOST_ENTRIES).collectList();
  }

  /** All that is wrong with a list, its dates included. */
  Mono<List<Reason>> wrong(SignedIn who, UUID round, WishList wishes) {
    return look(who, round, wishes)
        .map(looked ->
            looked.isLate() ? joined(lateReason(looked.round()), looked.wrong()) : looked.wrong());
  }

  private Mono<Looked> look(SignedIn who, UUID id, WishList wishes) {
    var most = (long) programme.rules().mostChildren() + 1;
    return rounds
        .one(id)
        .switchIfEmpty(Mono.error(ProblemException::notFound))
        .flatMap(round ->
            Mono.zip(
                    Flux.fromIterable(wishes.children())
                        .take(most)
                        .concatMap(child -> child(who, child))
                        .collectList(),
                    counting.on(round.startsOn()),
                    draw(id).defaultIfEmpty(""))
                .map(all -> looked(round, wishes, all.getT1(), all.getT2(), all.getT3())));
  }

  /** Another's child, and one of another programme, is not there. */
  private Mono<Application> child(SignedIn who, UUID child) {
    return applying
        .own(who, child)
        .filter(application -> application.programme().equals(Childcare.CODE))
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  /** The draw that takes tickets now; none when it was broken off or is closed. */
  private Mono<String> draw(UUID round) {
    return draws
        .of(Announcement.Kind.ROUND, round)
        .filter(draw -> draw.state() == DrawState.OPEN)
        .next()
        .map(DrawRecord::id);
  }

  private Looked looked(
      ChildcareRound round, WishList wishes, List<Application> children, Count count, String draw) {
    var classes = count.kinds().stream().collect(toMap(ChildcareClass::pool, each -> each));
    var reasons = new ArrayList<Reason>();
    if (children.stream().anyMatch(child -> !IN_ORDER.contains(child.state()))) {
      reasons.add(Reason.of("CHILD_NOT_CHECKED", "children"));
    }
    var check = new WishCheck(programme.rules(), classes, round.startsOn());
    reasons.addAll(check.reasons(wishes, children.stream().map(Enrolling::born).toList()));
    return new Looked(round, children, draw.isEmpty() ? null : draw, reasons);
  }

  /** Of one whose papers were never checked it is not known; nothing fits it. */
  private static LocalDate born(Application child) {
    var need = child.need();
    return need == null ? LocalDate.MIN : Childcare.bornIn(need);
  }

  /** Says everything that is wrong at once. */
  private Mono<Looked> sound(Looked looked) {
    if (looked.isLate()) {
      return Mono.error(
          new ProblemException(
              HttpStatus.CONFLICT, "too-late", joined(lateReason(looked.round()), looked.wrong())));
    }
    return looked.wrong().isEmpty()
        ? Mono.just(looked)
        : Mono.error(
            new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", looked.wrong()));
  }

  private static List<Reason> joined(Reason first, List<Reason> others) {
    var all = new ArrayList<Reason>();
    all.add(first);
    all.addAll(others);
    return all;
  }

  private static Reason lateReason(ChildcareRound round) {
    return switch (round.phase()) {
      case ANNOUNCED, OPEN -> Reason.of("ROUND_NOT_OPEN_YET");
      default -> Reason.of("ROUND_CLOSED");
    };
  }

  private static ProblemException late(ChildcareRound round) {
    return new ProblemException(HttpStatus.CONFLICT, "too-late", List.of(lateReason(round)));
  }

  private static ProblemException keyReused() {
    return new ProblemException(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "idempotency-key-reused",
        List.of(Reason.of("KEY_REUSED")));
  }

  private static ProblemException familyEntered() {
    return conflict(Reason.of("FAMILY_ENTERED"));
  }

  private static ProblemException stale() {
    return new ProblemException(
        HttpStatus.CONFLICT, "changed-meanwhile", List.of(Reason.of("CHANGED_MEANWHILE")));
  }

  private static ProblemException conflict(Reason reason) {
    return new ProblemException(HttpStatus.CONFLICT, "wrong-state", List.of(reason));
  }
}
