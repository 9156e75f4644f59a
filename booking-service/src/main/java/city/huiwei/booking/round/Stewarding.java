package city.huiwei.booking.round;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import city.huiwei.booking.childcare.ClassCount;
import city.huiwei.booking.childcare.Counting;
import city.huiwei.booking.contract.RoundDesk;
import city.huiwei.booking.contract.RoundDesk.ClassLine;
import city.huiwei.booking.contract.RoundDesk.OfferCount;
import city.huiwei.booking.contract.RoundDesk.RoundFile;
import city.huiwei.booking.contract.RoundDesk.RoundLine;
import city.huiwei.booking.contract.RoundDesk.RunLine;
import city.huiwei.booking.draw.DrawRecord;
import city.huiwei.booking.offer.Proposing;
import city.huiwei.edge.SignedIn;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Shows staff how their rounds go. */
@Service
class Stewarding {

  private static final int PAGE = 50;

  private final ChildcareRounds rounds;
  private final RoundEntries entries;
  private final RoundRuns runs;
  private final Matchmaking matchmaking;
  private final Inspecting inspecting;
  private final Counting counting;
  private final Proposing proposing;
  private final JsonMapper json;

  Stewarding(
      ChildcareRounds rounds,
      RoundEntries entries,
      RoundRuns runs,
      Matchmaking matchmaking,
      Inspecting inspecting,
      Counting counting,
      Proposing proposing,
      JsonMapper json) {
    this.rounds = rounds;
    this.entries = entries;
    this.runs = runs;
    this.matchmaking = matchmaking;
    this.inspecting = inspecting;
    this.counting = counting;
    this.proposing = proposing;
    this.json = json;
  }

  Mono<List<RoundLine>> rounds(SignedIn staff) {
    return rounds
        .page(requireNonNull(staff.operator()), null, PAGE)
        .map(Stewarding::line)
        .collectList();
  }

  Mono<RoundFile> file(SignedIn staff, UUID id) {
    return matchmaking
        .theirs(staff, id)
        .flatMap(round ->
            Mono.zip(
                    entries.size(id),
                    inspecting.draw(id).map(Optional::of).defaultIfEmpty(Optional.empty()),
                    runs.of(id, false).concatMap(this::line).collectList(),
                    counting.on(round.startsOn()))
                .map(all ->
                    new RoundFile(
                        line(round),
                        all.getT1().families(),
                        all.getT1().children(),
                        all.getT2().map(DrawRecord::id).orElse(null),
                        all.getT2().map(draw -> draw.state().name()).orElse(null),
                        all.getT3(),
                        all.getT4().classes().stream().map(Stewarding::line).toList())));
  }

  static RoundLine line(ChildcareRound round) {
    return new RoundLine(
        round.id(),
        round.reference(),
        RoundDesk.Phase.valueOf(round.phase().name()),
        round.startsOn(),
        round.opensAt(),
        round.closesAt(),
        round.answersUntil(),
        round.fillAnswersUntil(),
        round.runToMake(),
        round.runs() > round.published() ? round.runs() : null);
  }

  /** With what has become of its offers. */
  Mono<RunLine> line(RoundRun run) {
    return runs.in(run.round(), run.run())
        .mapNotNull(RoundRuns.Placed::offer)
        .collectList()
        .flatMap(proposing::states)
        .map(states ->
            states.values().stream()
                .collect(groupingBy(Enum::name, TreeMap::new, counting()))
                .entrySet()
                .stream()
                .map(each -> new OfferCount(each.getKey(), each.getValue()))
                .toList())
        .map(offers -> line(run, offers));
  }

  private RunLine line(RoundRun run, List<OfferCount> offers) {
    return new RunLine(
        run.run(),
        run.children(),
        run.placed(),
        json.readTree(run.blocking()).size(),
        run.passes(),
        run.millis(),
        run.marketHash(),
        run.publishedAt(),
        offers);
  }

  private static ClassLine line(ClassCount count) {
    var it = count.of();
    var declared = count.declared();
    return new ClassLine(
        it.pool(),
        it.site(),
        it.ages().type(),
        it.ages().fromMonth(),
        it.ages().toMonth(),
        it.units(),
        count.capacity().places(),
        count.capacity().limit().name(),
        count.seated(),
        declared == null ? 0 : declared.version());
  }
}
