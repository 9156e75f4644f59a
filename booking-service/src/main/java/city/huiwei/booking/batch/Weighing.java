package city.huiwei.booking.batch;

import city.huiwei.booking.contract.BatchDesk.Urgency;
import city.huiwei.booking.contract.BatchDesk.Verdict;
import city.huiwei.booking.draw.Tickets;
import city.huiwei.booking.person.Account;
import city.huiwei.booking.person.Sealing;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A person decides whether it is urgent; a ticket that is goes into its own group. */
@Service
class Weighing {

  static final int LONGEST = 2_000;

  private static final int PAGE = 100;

  private final Releasing releasing;
  private final Urgencies urgencies;
  private final Entries entries;
  private final Tickets tickets;
  private final Sealing sealing;
  private final TransactionalOperator transaction;

  Weighing(
      Releasing releasing,
      Urgencies urgencies,
      Entries entries,
      Tickets tickets,
      Sealing sealing,
      TransactionalOperator transaction) {
    this.releasing = releasing;
    this.urgencies = urgencies;
    this.entries = entries;
    this.tickets = tickets;
    this.sealing = sealing;
    this.transaction = transaction;
  }

  byte[] sealed(UUID entry, String asked) {
    return sealing.seal(asked, row(entry));
  }

  Mono<List<Urgency>> of(SignedIn staff, UUID batch) {
    return releasing
        .theirs(staff, batch)
        .flatMapMany(own -> urgencies.of(own.id(), PAGE))
        .map(this::open)
        .collectList();
  }

  Mono<Urgency> decide(SignedIn staff, UUID id, UUID entry, Verdict verdict) {
    var reason = verdict.reason() == null ? "" : verdict.reason().strip();
    if (reason.isEmpty() || reason.length() > LONGEST) {
      return Mono.error(
          new ProblemException(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "invalid-request",
              List.of(new Reason("REASON_LENGTH", "reason", Map.of("most", LONGEST)))));
    }
    return releasing
        .theirs(staff, id)
        .flatMap(batch ->
            entries
                .one(entry)
                .filter(it -> it.batch().equals(id))
                .switchIfEmpty(Mono.error(ProblemException::notFound))
                .flatMap(it ->
                    write(batch, it, verdict.granted(), reason, Account.of(staff))
                        .as(transaction::transactional)))
        .then(Mono.defer(() -> urgencies.one(entry)))
        .map(this::open);
  }

  private Mono<Boolean> write(Batch batch, Entry entry, boolean granted, String reason, UUID by) {
    return urgencies
        .decide(entry.id(), granted, reason, by)
        .filter(decided -> decided)
        .flatMap(decided -> granted ? regroup(batch, entry) : Mono.just(decided))
        .filter(done -> done)
        .switchIfEmpty(
            Mono.error(() ->
                new ProblemException(
                    HttpStatus.CONFLICT, "wrong-state", List.of(Reason.of("URGENCY_DECIDED")))));
  }

  /** False when the list is frozen. */
  private Mono<Boolean> regroup(Batch batch, Entry entry) {
    return entries
        .regroup(entry.id(), Category.URGENT)
        .filter(changed -> changed && batch.draw() != null)
        // Read again now that nobody else can change it: its wishes may be others meanwhile.
        .flatMap(_ -> entries.one(entry.id()))
        .flatMap(now -> tickets.replace(String.valueOf(batch.draw()), now.drawn()))
        .defaultIfEmpty(false);
  }

  private Urgency open(Urgencies.Claim claim) {
    return new Urgency(
        claim.entry(),
        claim.reference(),
        sealing.open(claim.asked(), row(claim.entry())),
        claim.askedAt(),
        claim.granted(),
        claim.reason(),
        claim.decidedAt());
  }

  private static String row(UUID entry) {
    return "batch-urgency/" + entry + "/asked";
  }
}
