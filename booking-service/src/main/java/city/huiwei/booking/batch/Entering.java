package city.huiwei.booking.batch;

import city.huiwei.booking.ballot.Ticket;
import city.huiwei.booking.booking.Bookings;
import city.huiwei.booking.booking.Reference;
import city.huiwei.booking.draw.Tickets;
import city.huiwei.booking.person.Account;
import city.huiwei.booking.programme.Applicant;
import city.huiwei.booking.programme.GraduateHousing;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.booking.programme.Refusal;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Registers people for batches. Whoever has a right to it costs one look and one transaction; only
 * where the table says no is it looked at with care why.
 */
@Service
class Entering {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final Displaying displaying;
  private final Entries entries;
  private final Invitations invitations;
  private final Urgencies urgencies;
  private final Weighing weighing;
  private final Bookings bookings;
  private final Tickets tickets;
  private final BatchRules rules;
  private final GraduateHousing housing;
  private final TransactionalOperator transaction;
  private final SecureRandom random = new SecureRandom();

  Entering(
      Displaying displaying,
      Entries entries,
      Invitations invitations,
      Urgencies urgencies,
      Weighing weighing,
      Bookings bookings,
      Tickets tickets,
      BatchRules rules,
      Programmes programmes,
      TransactionalOperator transaction) {
    this.displaying = displaying;
    this.entries = entries;
    this.invitations = invitations;
    this.urgencies = urgencies;
    this.weighing = weighing;
    this.bookings = bookings;
    this.tickets = tickets;
    this.rules = rules;
    this.housing = programmes.graduateHousing();
    this.transaction = transaction;
  }

  /** Who registers what, under which number of their own. */
  private record Asked(SignedIn who, UUID account, Batch batch, String key, EntryRequest request) {

    boolean isInvited() {
      return request.invitation() != null && !request.invitation().isBlank();
    }
  }

  /** What has to be known of them. */
  private record Seen(
      Bookings.Standing standing, int lost, Optional<Entry.Invitation> invitation) {}

  /**
   * One intent, one entry: the same key again gives the same one.
   *
   * @return an error that is a problem with all reasons when it is refused
   */
  Mono<Entry> enter(SignedIn who, UUID batch, String key, EntryRequest request) {
    if (!KEY.matcher(key).matches()) {
      return Mono.error(
          problem(HttpStatus.BAD_REQUEST, "malformed-request", Reason.of("KEY_UNREADABLE")));
    }
    var entered =
        displaying
            .one(batch)
            .map(it -> new Asked(who, Account.of(who), it, key, request))
            .flatMap(asked -> look(asked).flatMap(seen -> attempt(asked, seen)));
    return toItsEnd(entered);
  }

  /** Whoever asks may go away: what was begun goes on, and no transaction is left open. */
  static <T> Mono<T> toItsEnd(Mono<T> begun) {
    return Mono.fromFuture(begun::toFuture, true);
  }

  /** Why it would be refused, apart from having registered before; nothing is written. */
  Mono<List<Reason>> reasons(SignedIn who, UUID batch, EntryRequest request) {
    return displaying
        .anew(batch)
        .map(it -> new Asked(who, Account.of(who), it, "", request))
        .flatMap(asked ->
            look(asked)
                .zipWith(
                    entries.now(),
                    (seen, now) ->
                        Stream.concat(
                                outside(asked.batch(), false, now).stream(),
                                refusals(asked, seen).stream())
                            .map(Refusal::reason)
                            .toList()));
  }

  private Mono<Seen> look(Asked asked) {
    var account = asked.account();
    return Mono.zip(
            bookings.standing(account, housing.code(), housing.rules().entitlementNights()),
            entries.lost(account, housing.code()),
            invitation(asked))
        .map(all -> new Seen(all.getT1(), all.getT2(), all.getT3()));
  }

  private Mono<Optional<Entry.Invitation>> invitation(Asked asked) {
    return asked.isInvited()
        ? invitations
            .withCode(
                asked.batch().id(), Reference.normal(String.valueOf(asked.request().invitation())))
            .map(Optional::of)
            .defaultIfEmpty(Optional.empty())
        : Mono.just(Optional.empty());
  }

  private Mono<Entry> attempt(Asked asked, Seen seen) {
    var refusals = refusals(asked, seen);
    return refusals.isEmpty()
        ? write(asked, seen).switchIfEmpty(Mono.defer(() -> again(asked, refusals)))
        : again(asked, refusals);
  }

  private List<Refusal> refusals(Asked asked, Seen seen) {
    var check = new EntryCheck(asked.batch(), rules, housing, seen.standing().today());
    var invited = new InvitationCheck(asked.batch(), asked.isInvited(), seen.invitation());
    return Stream.of(
            check.refusals(asked.request().wishes(), applicant(asked, seen)),
            invited.refusals(asked.request().wishes()),
            check.urgency(asked.request().urgency()))
        .flatMap(List::stream)
        .toList();
  }

  private static Applicant applicant(Asked asked, Seen seen) {
    return new Applicant(
        asked.who().is(SignedIn.Role.APPLICANT),
        asked.who().graduationYear(),
        seen.standing().nightsLeft(),
        seen.standing().stays());
  }

  /** Empty when the table says no. */
  private Mono<Entry> write(Asked asked, Seen seen) {
    var entry = entry(asked, seen);
    return entries
        .add(entry, new Entries.Intent(asked.key(), asked.request().hash()))
        .map(entry::enteredAt)
        .delayUntil(_ -> claim(entry, asked.request().urgency()))
        .delayUntil(_ -> draw(asked.batch(), entry))
        .as(transaction::transactional);
  }

  private Entry entry(Asked asked, Seen seen) {
    var wishes = EntryCheck.ranked(asked.request().wishes());
    return new Entry(
        UuidCreator.getTimeOrderedEpoch(),
        Reference.random(random),
        asked.batch().id(),
        asked.account(),
        Ticket.fresh(random),
        category(asked, seen),
        Chances.after(seen.lost()),
        ChoicesHash.of(wishes),
        seen.invitation().orElse(null),
        Entry.State.ENTERED,
        null,
        Instant.EPOCH,
        wishes);
  }

  private static Category category(Asked asked, Seen seen) {
    var granted = seen.standing();
    return Category.of(
        asked.batch(),
        applicant(asked, seen),
        granted.stays().isEmpty(),
        granted.today().getYear());
  }

  /** An error when it comes too late to be looked at; nothing is written then. */
  private Mono<Boolean> claim(Entry entry, @Nullable String urgency) {
    return urgency == null || urgency.isBlank()
        ? Mono.just(true)
        : urgencies
            .add(entry.id(), weighing.sealed(entry.id(), urgency.strip()))
            .filter(added -> added)
            .switchIfEmpty(
                Mono.error(() ->
                    problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "window-closed",
                        Reason.of("URGENCY_TOO_LATE", "urgency"))));
  }

  /** An error when the draw takes no tickets; nothing is written then. */
  private Mono<Boolean> draw(Batch batch, Entry entry) {
    var draw = batch.draw();
    return draw == null || !entry.isDrawn()
        ? Mono.just(true)
        : tickets
            .enter(draw, entry.drawn())
            .filter(entered -> entered)
            .switchIfEmpty(Mono.error(Entering::closed));
  }

  /** The same intent, asked before; or why not, all at once. */
  private Mono<Entry> again(Asked asked, List<Refusal> refusals) {
    return entries
        .withKey(asked.account(), asked.key())
        .flatMap(earlier ->
            isSame(asked, earlier)
                ? Mono.just(earlier.entry())
                : Mono.error(
                    problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "idempotency-key-reused",
                        Reason.of("KEY_REUSED"))))
        .switchIfEmpty(Mono.defer(() -> refuse(asked, refusals)));
  }

  private static boolean isSame(Asked asked, Entries.Asked earlier) {
    return earlier.entry().batch().equals(asked.batch().id())
        && earlier.hash().equals(asked.request().hash());
  }

  private Mono<Entry> refuse(Asked asked, List<Refusal> refusals) {
    var id = asked.batch().id();
    return Mono.zip(
            displaying.anew(id), entries.of(id, asked.account()).hasElement(), entries.now())
        .map(now -> outside(now.getT1(), now.getT2(), now.getT3()))
        .map(outside -> Stream.concat(outside.stream(), refusals.stream()).toList())
        .flatMap(all -> Mono.error(all.isEmpty() ? taken(asked) : refused(all)));
  }

  /** Whether the window is shut, or they are in it already. */
  private static List<Refusal> outside(Batch batch, boolean isIn, Instant now) {
    var schedule = batch.schedule();
    var code = schedule == null ? "NO_REGISTRATION" : windowCode(schedule, now);
    return Stream.of(
            new Refusal("window-closed", Reason.of(code)),
            new Refusal("already-entered", Reason.of(isIn ? "ALREADY_ENTERED" : "")))
        .filter(refusal -> !refusal.reason().code().isEmpty())
        .toList();
  }

  private static String windowCode(Schedule schedule, Instant now) {
    return switch (schedule.phase(now)) {
      case ANNOUNCED -> "REGISTRATION_NOT_OPEN";
      case OPEN -> "";
      case ALLOCATING, OVER -> "REGISTRATION_OVER";
    };
  }

  /** The first names the problem. */
  static ProblemException refused(List<Refusal> refusals) {
    var type = refusals.getFirst().problem();
    return new ProblemException(
        type.startsWith("already-") ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT,
        type,
        refusals.stream().map(Refusal::reason).toList());
  }

  /** Nothing is wrong but that somebody else was faster, or that we could not look. */
  private static ProblemException taken(Asked asked) {
    return asked.isInvited()
        ? problem(
            HttpStatus.CONFLICT, "already-entered", Reason.of("INVITATION_USED", "invitation"))
        : ProblemException.busy(Duration.ofSeconds(1));
  }

  static ProblemException closed() {
    return problem(
        HttpStatus.UNPROCESSABLE_CONTENT, "window-closed", Reason.of("REGISTRATION_OVER"));
  }

  private static ProblemException problem(HttpStatus status, String type, Reason reason) {
    return new ProblemException(status, type, List.of(reason));
  }
}
