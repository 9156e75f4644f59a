package city.huiwei.booking.batch;

import city.huiwei.booking.booking.Bookings;
import city.huiwei.booking.draw.Tickets;
import city.huiwei.booking.person.Account;
import city.huiwei.booking.programme.Applicant;
import city.huiwei.booking.programme.GraduateHousing;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.booking.programme.Refusal;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Changes one's own entry while the window is open; afterwards nobody can, the office neither. */
@Service
class Revising {

  private final Displaying displaying;
  private final Entries entries;
  private final Bookings bookings;
  private final Tickets tickets;
  private final BatchRules rules;
  private final GraduateHousing housing;
  private final TransactionalOperator transaction;

  Revising(
      Displaying displaying,
      Entries entries,
      Bookings bookings,
      Tickets tickets,
      BatchRules rules,
      Programmes programmes,
      TransactionalOperator transaction) {
    this.displaying = displaying;
    this.entries = entries;
    this.bookings = bookings;
    this.tickets = tickets;
    this.rules = rules;
    this.housing = programmes.graduateHousing();
    this.transaction = transaction;
  }

  /** One's own of a batch that is not withdrawn; empty when there is none. */
  Mono<Entry> mine(SignedIn who, UUID batch) {
    return entries.of(batch, Account.of(who));
  }

  /** One's own; somebody else's is not there. */
  private Mono<Entry> own(SignedIn who, UUID batch, UUID id) {
    return entries
        .one(id)
        .filter(entry -> entry.batch().equals(batch) && entry.account().equals(Account.of(who)))
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  Mono<Entry> replace(SignedIn who, UUID batchId, UUID id, List<EntryRequest.AskedWish> wishes) {
    return displaying
        .one(batchId)
        .zipWith(own(who, batchId, id))
        .flatMap(both ->
            refuse(who, both.getT1(), both.getT2(), wishes)
                .then(
                    Mono.defer(() ->
                        write(both.getT1(), both.getT2().choosing(EntryCheck.ranked(wishes))))));
  }

  /** Why another list of one's own entry would be refused; nothing is written. */
  Mono<List<Reason>> reasons(SignedIn who, Entry entry, List<EntryRequest.AskedWish> wishes) {
    return displaying
        .one(entry.batch())
        .flatMap(batch -> refusals(who, batch, entry, wishes))
        .map(refusals -> refusals.stream().map(Refusal::reason).toList());
  }

  private Mono<Void> refuse(
      SignedIn who, Batch batch, Entry entry, List<EntryRequest.AskedWish> wishes) {
    return refusals(who, batch, entry, wishes)
        .flatMap(
            refusals -> refusals.isEmpty() ? Mono.empty() : Mono.error(Entering.refused(refusals)));
  }

  private Mono<List<Refusal>> refusals(
      SignedIn who, Batch batch, Entry entry, List<EntryRequest.AskedWish> wishes) {
    return bookings
        .standing(entry.account(), housing.code(), housing.rules().entitlementNights())
        .map(standing -> {
          var applicant =
              new Applicant(
                  who.is(SignedIn.Role.APPLICANT),
                  who.graduationYear(),
                  standing.nightsLeft(),
                  standing.stays());
          var check = new EntryCheck(batch, rules, housing, standing.today());
          var invitation = Optional.ofNullable(entry.invitation());
          var invited = new InvitationCheck(batch, invitation.isPresent(), invitation);
          return Stream.concat(
                  check.refusals(wishes, applicant).stream(), invited.refusals(wishes).stream())
              .toList();
        });
  }

  private Mono<Entry> write(Batch batch, Entry entry) {
    return entries
        .replace(entry)
        .filter(replaced -> replaced)
        // Read again now that nobody else can change it: it may have become urgent meanwhile.
        .flatMap(_ -> entries.one(entry.id()))
        .filterWhen(now ->
            isDrawn(batch, now)
                ? tickets.replace(String.valueOf(batch.draw()), now.drawn())
                : Mono.just(true))
        .switchIfEmpty(Mono.error(Entering::closed))
        .as(transaction::transactional)
        .as(Entering::toItsEnd);
  }

  /** Withdrawn twice it is withdrawn once. */
  Mono<Entry> withdraw(SignedIn who, UUID batchId, UUID id) {
    return displaying
        .one(batchId)
        .zipWith(own(who, batchId, id))
        .flatMap(both ->
            both.getT2().state() == Entry.State.WITHDRAWN
                ? Mono.just(both.getT2())
                : withdraw(both.getT1(), both.getT2()));
  }

  private Mono<Entry> withdraw(Batch batch, Entry entry) {
    return entries
        .withdraw(entry.id())
        .filter(withdrawn -> withdrawn)
        .filterWhen(_ ->
            isDrawn(batch, entry)
                ? tickets.withdraw(String.valueOf(batch.draw()), entry.ticket())
                : Mono.just(true))
        .switchIfEmpty(Mono.error(Entering::closed))
        .then(Mono.defer(() -> entries.one(entry.id())))
        .as(transaction::transactional)
        .as(Entering::toItsEnd);
  }

  private static boolean isDrawn(Batch batch, Entry entry) {
    return batch.draw() != null && entry.isDrawn();
  }
}
