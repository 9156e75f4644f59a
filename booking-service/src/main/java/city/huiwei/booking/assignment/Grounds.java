package city.huiwei.booking.assignment;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.assignment.Placement.CutOff;
import city.huiwei.booking.assignment.Placement.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The grounds of every yes and no: what became of each wish, and the cut-offs. They only grow. */
@Repository
class Grounds {

  private final DatabaseClient database;

  Grounds(DatabaseClient database) {
    this.database = database;
  }

  /** What became of an entry's wishes in a round. */
  record Line(UUID entry, int rank, List<Outcome> outcomes) {}

  Mono<Long> add(UUID batch, int round, List<Line> lines) {
    return database
        .sql(
            """
            insert into assignment_decision (batch, entry, round, rank, outcomes)
            select :batch, entry, :round, rank, string_to_array(outcomes, ' ')
            from unnest(:entries::uuid[], :ranks::int[], :outcomes::text[]) d (entry, rank, outcomes)
            """)
        .bind("batch", batch)
        .bind("round", round)
        .bind("entries", lines.stream().map(Line::entry).toArray(UUID[]::new))
        .bind("ranks", lines.stream().map(Line::rank).toArray(Integer[]::new))
        .bind("outcomes", lines.stream().map(Grounds::words).toArray(String[]::new))
        .fetch()
        .rowsUpdated();
  }

  private static String words(Line line) {
    return line.outcomes().stream().map(Enum::name).collect(Collectors.joining(" "));
  }

  Mono<Long> add(UUID batch, int round, @Nullable String allotment, List<CutOff> cutOffs) {
    return database
        .sql(
            """
            insert into assignment_cut_off (batch, round, pool, allotment, category, rank)
            select :batch, :round, pool, :allotment, nullif(category, ''), rank
            from unnest(:pools::text[], :categories::text[], :ranks::int[]) c (pool, category, rank)
            """)
        .bind("batch", batch)
        .bind("round", round)
        .bind("allotment", Parameter.fromOrEmpty(allotment, String.class))
        .bind("pools", cutOffs.stream().map(CutOff::pool).toArray(String[]::new))
        .bind("categories", cutOffs.stream().map(Grounds::category).toArray(String[]::new))
        .bind("ranks", cutOffs.stream().map(CutOff::rank).toArray(Integer[]::new))
        .fetch()
        .rowsUpdated();
  }

  private static String category(CutOff cutOff) {
    var category = cutOff.category();
    return category == null ? "" : category;
  }

  /** What became of an entry at last. */
  Mono<Line> of(UUID entry) {
    return database
        .sql(
            """
            select entry, rank, outcomes from assignment_decision
            where entry = :entry order by round desc limit 1
            """)
        .bind("entry", entry)
        .map(row ->
            new Line(
                requireNonNull(row.get("entry", UUID.class)),
                requireNonNull(row.get("rank", Integer.class)),
                Arrays.stream(requireNonNull(row.get("outcomes", String[].class)))
                    .map(Outcome::valueOf)
                    .toList()))
        .one();
  }

  /** The last rank of each pool over all rounds, as far as it touches these people. */
  Flux<CutOff> cutOffs(UUID batch, @Nullable String allotment) {
    return database
        .sql(
            """
            select pool, category, max(rank) rank from assignment_cut_off
            where batch = :batch and allotment is not distinct from :allotment
            group by pool, category order by pool, category
            """)
        .bind("batch", batch)
        .bind("allotment", Parameter.fromOrEmpty(allotment, String.class))
        .map(row ->
            new CutOff(
                requireNonNull(row.get("pool", String.class)),
                row.get("category", String.class),
                requireNonNull(row.get("rank", Integer.class))))
        .all();
  }
}
