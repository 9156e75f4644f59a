package city.huiwei.booking.round;

import city.huiwei.booking.childcare.ClassCount;
import city.huiwei.booking.matching.CutOff;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round as the public API shows it.
 *
 * @param draw of the families' numbers; absent while none is announced
 * @param classes with the places that are to be given; absent in a list of rounds
 * @param results what is published, the latest first; absent in a list of rounds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RoundAnswer(
    UUID id,
    String reference,
    ChildcareRound.Phase phase,
    LocalDate startsOn,
    Instant opensAt,
    Instant closesAt,
    Instant answersUntil,
    Instant fillAnswersUntil,
    String rulesVersion,
    @Nullable String draw,
    @Nullable List<ClassAnswer> classes,
    @Nullable List<ResultAnswer> results) {

  /**
   * A class on the round's first day.
   *
   * @param places it may take in all
   * @param limit what allows no more
   * @param seated children who have one of them already
   */
  record ClassAnswer(
      String pool,
      String site,
      String siteName,
      String district,
      String classType,
      int fromMonth,
      int toMonth,
      int places,
      String limit,
      int seated) {

    static ClassAnswer of(ClassCount count, Locale locale) {
      var it = count.of();
      return new ClassAnswer(
          it.pool(),
          it.site(),
          count.place().siteName().in(locale),
          it.district(),
          it.ages().type(),
          it.ages().fromMonth(),
          it.ages().toMonth(),
          count.capacity().places(),
          count.capacity().limit().name(),
          count.seated());
    }
  }

  /**
   * What came out, to be checked by anybody.
   *
   * @param children who took part, those who only keep a seat included
   * @param marketHash SHA-256 of what the engine was given
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ResultAnswer(
      int run,
      @Nullable Instant publishedAt,
      String draw,
      String engine,
      String rulesVersion,
      String rulesHash,
      String marketHash,
      int children,
      int placed,
      List<CutOff> cutOffs) {

    static ResultAnswer of(Inspecting.Published published) {
      var run = published.run();
      return new ResultAnswer(
          run.run(),
          run.publishedAt(),
          run.draw(),
          run.engine(),
          run.rulesVersion(),
          run.rulesHash(),
          run.marketHash(),
          run.children(),
          run.placed(),
          published.cutOffs());
    }
  }

  static RoundAnswer of(ChildcareRound round) {
    return of(round, null, null, null);
  }

  static RoundAnswer of(Inspecting.Seen seen, Locale locale) {
    return of(
        seen.round(),
        seen.draw().map(draw -> draw.id()).orElse(null),
        seen.count().classes().stream().map(it -> ClassAnswer.of(it, locale)).toList(),
        seen.runs().stream().map(ResultAnswer::of).toList());
  }

  private static RoundAnswer of(
      ChildcareRound round,
      @Nullable String draw,
      @Nullable List<ClassAnswer> classes,
      @Nullable List<ResultAnswer> results) {
    return new RoundAnswer(
        round.id(),
        round.reference(),
        round.phase(),
        round.startsOn(),
        round.opensAt(),
        round.closesAt(),
        round.answersUntil(),
        round.fillAnswersUntil(),
        round.rulesVersion(),
        draw,
        classes,
        results);
  }
}
