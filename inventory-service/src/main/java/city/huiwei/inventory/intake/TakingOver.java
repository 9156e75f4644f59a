package city.huiwei.inventory.intake;

import city.huiwei.inventory.intake.Import.Phase;
import city.huiwei.inventory.intake.StockTables.Outcome;
import city.huiwei.inventory.stockfile.Problem;
import city.huiwei.inventory.stockfile.StockRules;
import io.r2dbc.spi.R2dbcException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransaction;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Makes the stock what a file says, whole or not at all. */
@Component
class TakingOver {

  /** A booking of a unit that goes was in our way, or we in its: the whole is done anew. */
  private static final Set<String> COLLISIONS = Set.of("40P01", "40001");

  private final StagingTables staging;
  private final List<StockTables> tables;
  private final Imports imports;
  private final StockRules rules;
  private final TransactionalOperator transaction;

  TakingOver(
      StagingTables staging,
      List<StockTables> tables,
      Imports imports,
      StockRules rules,
      TransactionalOperator transaction) {
    this.staging = staging;
    this.tables = tables;
    this.imports = imports;
    this.rules = rules;
    this.transaction = transaction;
  }

  /** What came of it. A report without problems was written together with the stock. */
  Mono<Report> takeOver(Attempt attempt) {
    var table = tables.stream().filter(one -> one.holds(attempt.file)).findFirst().orElseThrow();
    return Mono.using(
            () -> open(attempt, table), rows -> takeOver(attempt, table, rows), this::close)
        .retryWhen(Retry.max(2).filter(TakingOver::isCollision));
  }

  private Mono<Report> takeOver(Attempt attempt, StockTables table, StagedRows rows) {
    attempt.enter(Phase.READING);
    return transaction
        .execute(status ->
            staging
                .fill(table, rows)
                .then(Mono.fromRunnable(() -> attempt.enter(Phase.WAITING)))
                .then(staging.awaitTurn())
                .then(Mono.defer(() -> decide(attempt, table, rows, status))))
        .single();
  }

  private Mono<Report> decide(
      Attempt attempt, StockTables table, StagedRows rows, ReactiveTransaction status) {
    attempt.enter(Phase.CHECKING);
    return table
        .problems(attempt.file, attempt.operator)
        .flatMap(found -> {
          rows.problems().addAll(inWordsOf(rows, attempt, found.first()), found.inAll());
          return rows.problems().total() > 0 ? refuse(rows, status) : write(attempt, table, rows);
        });
  }

  private static Mono<Report> refuse(StagedRows rows, ReactiveTransaction status) {
    status.setRollbackOnly();
    var problems = rows.problems();
    return Mono.just(
        new Report(
            rows.rows(), Report.Counts.NONE, List.of(), 0, problems.first(), problems.total()));
  }

  private Mono<Report> write(Attempt attempt, StockTables table, StagedRows rows) {
    attempt.enter(Phase.WRITING);
    return table
        .takeOver(attempt.file)
        .map(outcome -> report(rows, outcome))
        .flatMap(report ->
            imports
                .end(attempt.id, attempt.attempt, report)
                .map(ours -> {
                  // Somebody took this attempt for dead: what he writes counts, not we.
                  if (!ours) {
                    throw new IllegalStateException("import " + attempt.id + " was taken over");
                  }
                  return report;
                }));
  }

  private static Report report(StagedRows rows, Outcome outcome) {
    return new Report(
        rows.rows(), outcome.counts(), outcome.kept(), outcome.keptInAll(), List.of(), 0);
  }

  /** Findings name columns in English; people know them as their file does. */
  private static List<Problem> inWordsOf(
      StagedRows rows, Attempt attempt, List<StockTables.Finding> findings) {
    return findings.stream()
        .map(found -> {
          var column = found.column().equals("code") ? attempt.file.codeColumn() : found.column();
          return new Problem(
              found.row(), rows.shown(column), found.value(), found.code(), found.facts());
        })
        .toList();
  }

  private StagedRows open(Attempt attempt, StockTables table) {
    return attempt.reads(
        new StagedRows(
            attempt.path,
            attempt.file,
            rules,
            (row, text) -> table.stage(attempt.file, row, text)));
  }

  private void close(StagedRows rows) {
    try {
      rows.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static boolean isCollision(Throwable error) {
    return error instanceof DataAccessException
        && error.getCause() instanceof R2dbcException database
        && COLLISIONS.contains(String.valueOf(database.getSqlState()));
  }
}
