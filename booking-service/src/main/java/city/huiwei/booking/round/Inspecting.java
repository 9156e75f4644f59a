package city.huiwei.booking.round;

import city.huiwei.booking.childcare.Count;
import city.huiwei.booking.childcare.Counting;
import city.huiwei.booking.draw.Announcement;
import city.huiwei.booking.draw.DrawRecord;
import city.huiwei.booking.draw.DrawState;
import city.huiwei.booking.draw.Draws;
import city.huiwei.booking.matching.CutOff;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.SignedIn;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Shows rounds to everybody, and families what they were given and why. */
@Service
class Inspecting {

  static final int PAGE = 20;

  private static final TypeReference<List<CutOff>> CUT_OFFS = new TypeReference<>() {};

  private final ChildcareRounds rounds;
  private final RoundRuns runs;
  private final Enrolling enrolling;
  private final Counting counting;
  private final Draws draws;
  private final JsonMapper json;

  Inspecting(
      ChildcareRounds rounds,
      RoundRuns runs,
      Enrolling enrolling,
      Counting counting,
      Draws draws,
      JsonMapper json) {
    this.rounds = rounds;
    this.runs = runs;
    this.enrolling = enrolling;
    this.counting = counting;
    this.draws = draws;
    this.json = json;
  }

  Mono<List<ChildcareRound>> page(@Nullable UUID after) {
    return rounds.page(null, after, PAGE).collectList();
  }

  /**
   * A round as everybody sees it.
   *
   * @param draw of its families' numbers; absent while none is announced
   * @param runs what is published, the latest first
   */
  record Seen(ChildcareRound round, Count count, Optional<DrawRecord> draw, List<Published> runs) {}

  /** A run that is published. */
  record Published(RoundRun run, List<CutOff> cutOffs) {

    /** The cut-offs for people. */
    public List<Line> lines() {
      return cutOffs.stream().map(Line::of).toList();
    }
  }

  /**
   * Who got in last.
   *
   * @param last absent where nobody of the category did
   * @param number of the family, its first digits
   */
  record Line(String place, String category, @Nullable PriorityKey last, String number) {

    private static final int DIGITS = 8;

    static Line of(CutOff cutOff) {
      var priority = cutOff.priority();
      var number = cutOff.number() == null ? "" : cutOff.number();
      return new Line(
          cutOff.place(),
          cutOff.category(),
          priority == null ? null : PriorityKey.of(priority),
          number.substring(0, Math.min(DIGITS, number.length())));
    }
  }

  Mono<Seen> one(UUID id) {
    return rounds
        .one(id)
        .switchIfEmpty(Mono.error(ProblemException::notFound))
        .flatMap(round ->
            Mono.zip(
                    counting.on(round.startsOn()),
                    draw(id).map(Optional::of).defaultIfEmpty(Optional.empty()),
                    published(id))
                .map(all -> new Seen(round, all.getT1(), all.getT2(), all.getT3())));
  }

  /** The latest that was not broken off. */
  Mono<DrawRecord> draw(UUID round) {
    return draws
        .of(Announcement.Kind.ROUND, round)
        .filter(draw -> draw.state() != DrawState.ABORTED)
        .next();
  }

  private Mono<List<Published>> published(UUID round) {
    return runs.of(round, true)
        .map(run -> new Published(run, json.readValue(run.cutOffs(), CUT_OFFS)))
        .collectList();
  }

  /**
   * A family's entry with what came of it.
   *
   * @param given for each child, the latest run first
   * @param why of the latest run that is published; absent before
   */
  record Own(
      Entry entry,
      ChildcareRound round,
      Optional<DrawRecord> draw,
      List<RoundRuns.Placed> given,
      Optional<Why> why) {

    public int run() {
      return given.stream().mapToInt(RoundRuns.Placed::run).max().orElse(0);
    }
  }

  Mono<Own> own(SignedIn who, UUID round, UUID id) {
    return enrolling
        .own(who, round, id)
        .flatMap(entry ->
            Mono.zip(
                    rounds.one(round),
                    draw(round).map(Optional::of).defaultIfEmpty(Optional.empty()),
                    runs.of(id).collectList(),
                    published(round))
                .map(all ->
                    new Own(
                        entry,
                        all.getT1(),
                        all.getT2(),
                        all.getT3(),
                        why(entry, all.getT3(), all.getT4()))));
  }

  private static Optional<Why> why(
      Entry entry, List<RoundRuns.Placed> given, List<Published> published) {
    var latest = given.stream().mapToInt(RoundRuns.Placed::run).max().orElse(0);
    return published.stream()
        .filter(each -> each.run().run() == latest)
        .findFirst()
        .map(each ->
            Why.of(
                entry.wishes(),
                given.stream()
                    .filter(placed -> placed.run() == latest)
                    .map(RoundRuns.Placed::placement)
                    .toList(),
                each.cutOffs()));
  }
}
