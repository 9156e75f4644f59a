package city.huiwei.booking.assignment;

import city.huiwei.booking.batch.Entries;
import city.huiwei.booking.batch.Entry;
import city.huiwei.booking.person.Account;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.SignedIn;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Says what a batch came to for somebody, and by which cut-offs. */
@Service
class Justifying {

  private final Entries entries;
  private final Grounds grounds;
  private final Confirming confirming;

  Justifying(Entries entries, Grounds grounds, Confirming confirming) {
    this.entries = entries;
    this.grounds = grounds;
    this.confirming = confirming;
  }

  /** The error of one that is not there for who is not in the batch, and before it is placed. */
  Mono<DecisionAnswer> decision(SignedIn who, UUID batch) {
    return entries
        .of(batch, Account.of(who))
        .flatMap(entry ->
            Mono.zip(grounds.of(entry.id()), cutOffs(entry), own(who, entry))
                .map(all -> answer(entry, all.getT1(), all.getT2(), all.getT3())))
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  private Mono<List<Placement.CutOff>> cutOffs(Entry entry) {
    var invitation = entry.invitation();
    return grounds
        .cutOffs(entry.batch(), invitation == null ? null : invitation.allotment())
        .collectList();
  }

  private Mono<Optional<Assignment>> own(SignedIn who, Entry entry) {
    return confirming
        .mine(who)
        .filter(assignment -> assignment.winner().entry().equals(entry.id()))
        .next()
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty());
  }

  private static DecisionAnswer answer(
      Entry entry,
      Grounds.Line line,
      List<Placement.CutOff> cutOffs,
      Optional<Assignment> assignment) {
    var wishes =
        IntStream.range(0, Math.min(entry.wishes().size(), line.outcomes().size()))
            .mapToObj(i -> {
              var wish = entry.wishes().get(i);
              return new DecisionAnswer.DecidedWish(
                  wish.pool(), wish.from(), wish.to(), line.outcomes().get(i));
            })
            .toList();
    return new DecisionAnswer(
        entry.ticket(),
        entry.category().code(),
        line.rank(),
        wishes,
        cutOffs,
        assignment.map(AssignmentAnswer::of).orElse(null));
  }
}
