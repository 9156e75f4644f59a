package city.huiwei.inventory.intake;

import city.huiwei.edge.Reason;
import city.huiwei.edge.Words;
import city.huiwei.inventory.stockfile.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import in the reader's language: its progress while it runs, then its report.
 *
 * @param keptInAll how many are kept; {@code kept} names the first 200
 * @param problemsInAll how many problems there are; {@code problems} tells the first 200
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportAnswer(
    UUID id,
    String file,
    Import.State state,
    Import.Phase phase,
    long rows,
    long bytes,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Long added,
    @Nullable Long changed,
    @Nullable Long unchanged,
    @Nullable Long removed,
    @Nullable Long keptInAll,
    @Nullable List<KeptLine> kept,
    @Nullable Long problemsInAll,
    @Nullable List<ProblemLine> problems) {

  /** A unit that stays although the file leaves it out, and why. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record KeptLine(
      String unit,
      String site,
      @Nullable LocalDate until,
      String code,
      String message,
      String remedy) {}

  /** What is wrong, where, and what to do. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProblemLine(
      @Nullable Integer row,
      @Nullable String column,
      @Nullable String value,
      String code,
      String message,
      String remedy) {}

  static ImportAnswer of(Import found, Words words, Locale locale) {
    var report = found.report();
    var counts = report == null ? null : report.counts();
    return new ImportAnswer(
        found.id(),
        found.file().slug(),
        found.state(),
        found.phase(),
        found.rows(),
        found.bytes(),
        found.startedAt(),
        found.endedAt(),
        counts == null ? null : counts.added(),
        counts == null ? null : counts.changed(),
        counts == null ? null : counts.unchanged(),
        counts == null ? null : counts.removed(),
        report == null ? null : report.keptInAll(),
        report == null
            ? null
            : report.kept().stream().map(kept -> line(kept, words, locale)).toList(),
        report == null ? null : report.problemsInAll(),
        report == null
            ? null
            : report.problems().stream().map(problem -> line(problem, words, locale)).toList());
  }

  private static KeptLine line(Report.Kept kept, Words words, Locale locale) {
    var line = words.line(new Reason("UNIT_KEPT", null, Map.of("unit", kept.unit())), locale);
    return new KeptLine(
        kept.unit(), kept.site(), kept.until(), line.code(), line.message(), line.remedy());
  }

  private static ProblemLine line(Problem problem, Words words, Locale locale) {
    var line = words.line(new Reason(problem.code(), problem.column(), problem.facts()), locale);
    return new ProblemLine(
        problem.row(),
        problem.column(),
        problem.value(),
        line.code(),
        line.message(),
        line.remedy());
  }
}
