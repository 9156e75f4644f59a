package city.huiwei.booking.evidence;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.document.Examination.Result.Sound;
import city.huiwei.booking.document.Format;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is written of documents; every change leaves its trace in the same statement. */
@Repository
class Documents {

  private static final String COLUMNS =
      """
      document, application, kind, content, added_at, media_type, bytes, sha256, verdict, flaws,
      judged_at
      """;

  /** What is still on its way in, or was given up before anybody looked at it, is not shown. */
  private static final String SHOWN =
      " from document where (content = 'KEPT' or verdict is not null) and ";

  private static final String TRACED =
      """
      , traced as (
        insert into document_change (document, application, what, actor)
        select document, application, :what, :actor from changed)
      select
      """
          + COLUMNS
          + " from changed";

  private static final TypeReference<List<Verdict.Fault>> FAULTS = new TypeReference<>() {};

  private final DatabaseClient database;
  private final JsonMapper json;

  Documents(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Files that count: of one kind, and of the whole application. */
  record Count(long ofKind, long all) {}

  Mono<Count> count(UUID application, String kind) {
    return database
        .sql(
            """
            select count(*) filter (where kind = :kind) of_kind, count(*) whole from document
            where application = :application and content in ('ARRIVING', 'KEPT')
              and verdict is distinct from 'ASKED_AGAIN'
            """)
        .bind("application", application)
        .bind("kind", kind)
        .map(row ->
            new Count(
                requireNonNull(row.get("of_kind", Long.class)),
                requireNonNull(row.get("whole", Long.class))))
        .one();
  }

  /** Content is on its way in; if it never comes, the sweeper knows of it. */
  Mono<Void> begin(UUID id, UUID application, String kind) {
    return database
        .sql(
            """
            insert into document (document, application, kind, content)
            values (:id, :application, :kind, 'ARRIVING')
            """)
        .bind("id", id)
        .bind("application", application)
        .bind("kind", kind)
        .then();
  }

  /** It has come whole and is kept; empty when it was given up meanwhile. */
  Mono<Document> arrived(UUID id, Sound found, String actor) {
    return database
        .sql(
            """
            with changed as (
              update document set content = 'KEPT', added_at = now(), media_type = :type,
                bytes = :bytes, sha256 = :hash
              where document = :id and content = 'ARRIVING'
              returning *)
            """
                + TRACED)
        .bind("type", found.format().mediaType())
        .bind("bytes", found.bytes())
        .bind("hash", found.sha256())
        .bind("id", id)
        .bind("what", "ADDED")
        .bind("actor", actor)
        .map(this::document)
        .one();
  }

  /** The one with that very content. */
  Mono<Document> same(UUID application, String kind, byte[] sha256) {
    return database
        .sql(
            "select "
                + COLUMNS
                + SHOWN
                + "application = :application and kind = :kind and sha256 = :hash and content ="
                + " 'KEPT'")
        .bind("application", application)
        .bind("kind", kind)
        .bind("hash", sha256)
        .map(this::document)
        .one();
  }

  Mono<Document> one(UUID id) {
    return database
        .sql("select " + COLUMNS + SHOWN + "document = :id")
        .bind("id", id)
        .map(this::document)
        .one();
  }

  /** All of an application, the oldest first. */
  Flux<Document> of(UUID application) {
    return database
        .sql("select " + COLUMNS + SHOWN + "application = :application order by added_at")
        .bind("application", application)
        .map(this::document)
        .all();
  }

  /** Writes what was found; empty when there is nothing to look at any more. */
  Mono<Document> judge(UUID id, Verdict verdict, String actor) {
    return database
        .sql(
            """
            with changed as (
              update document set verdict = :verdict, flaws = :flaws, judged_at = now(),
                judged_by = :actor
              where document = :id and content = 'KEPT'
              returning *)
            """
                + TRACED)
        .bind("verdict", verdict.outcome().name())
        .bind("flaws", Json.of(json.writeValueAsString(verdict.reasons())))
        .bind("id", id)
        .bind("what", verdict.outcome().name())
        .bind("actor", actor)
        .map(this::document)
        .one();
  }

  /** Writes what was found of a paper that staff saw; the latest verdict is the one that counts. */
  Mono<Document> sight(Document seen, Verdict verdict, String actor) {
    return database
        .sql(
            """
            with changed as (
              insert into document (document, application, kind, content, verdict, flaws, judged_at,
                judged_by)
              values (:id, :application, :kind, 'NONE', :verdict, :flaws, now(), :actor)
              on conflict (application, kind) where content = 'NONE' and sha256 is null
              do update set added_at = now(), verdict = excluded.verdict, flaws = excluded.flaws,
                judged_at = now(), judged_by = excluded.judged_by
              returning *)
            """
                + TRACED)
        .bind("id", seen.id())
        .bind("application", seen.application())
        .bind("kind", seen.kind())
        .bind("verdict", verdict.outcome().name())
        .bind("flaws", Json.of(json.writeValueAsString(verdict.reasons())))
        .bind("what", verdict.outcome().name() + " ON PAPER")
        .bind("actor", actor)
        .map(this::document)
        .one();
  }

  /** Whoever brought it takes it back; empty once somebody has judged it. */
  Mono<Document> takeBack(UUID id, String actor) {
    return database
        .sql(
            """
            with changed as (
              update document set content = 'LEAVING', moved_at = now()
              where document = :id and content = 'KEPT' and verdict is null
              returning *)
            """
                + TRACED)
        .bind("id", id)
        .bind("what", "TAKEN BACK")
        .bind("actor", actor)
        .map(this::document)
        .one();
  }

  /** What was on its way in is not to come. */
  Mono<Void> giveUp(UUID id) {
    return database
        .sql(
            """
            update document set content = 'LEAVING', moved_at = now()
            where document = :id and content = 'ARRIVING'
            """)
        .bind("id", id)
        .then();
  }

  /** Contents whose time is over begin to leave; how many those are, so many at most. */
  Mono<Long> endDue(EvidenceRules rules, int most) {
    return database
        .sql(
            """
            with due as (
              select d.document from document d join application a using (application)
              where d.content = 'KEPT' and (
                (d.verdict = 'PASSED' and d.judged_at < now() - make_interval(days => :passed))
                or (d.verdict = 'ASKED_AGAIN' and d.judged_at < now() - make_interval(days => :asked))
                or (a.state in ('ENDED', 'WITHDRAWN', 'INELIGIBLE')
                  and a.changed_at < now() - make_interval(days => :ended))
                or (a.state = 'DRAFT' and a.changed_at < now() - make_interval(days => :draft)
                  and d.added_at < now() - make_interval(days => :draft)))
              limit :most for update of d skip locked),
            changed as (
              update document d set content = 'LEAVING', moved_at = now() from due
              where d.document = due.document returning d.document, d.application),
            traced as (
              insert into document_change (document, application, what, actor)
              select document, application, 'ERASED', 'system' from changed)
            select count(*) from changed
            """)
        .bind("passed", rules.passedDays())
        .bind("asked", rules.askedAgainDays())
        .bind("ended", rules.endedDays())
        .bind("draft", rules.draftDays())
        .bind("most", most)
        .mapValue(Long.class)
        .one();
  }

  /** Documents whose content is to be removed; each is another's for a while once it is claimed. */
  Flux<UUID> claimLeaving(Duration arriving, Duration leaving, int most) {
    return database
        .sql(
            """
            with stalled as (
              select document from document
              where (content = 'ARRIVING' and moved_at < now() - make_interval(secs => :arriving))
                or (content = 'LEAVING' and moved_at < now() - make_interval(secs => :leaving))
              order by moved_at limit :most for update skip locked)
            update document d set content = 'LEAVING', moved_at = now() from stalled
            where d.document = stalled.document returning d.document
            """)
        .bind("arriving", arriving.toMillis() / 1000.0)
        .bind("leaving", leaving.toMillis() / 1000.0)
        .bind("most", most)
        .mapValue(UUID.class)
        .all();
  }

  /** Its content is gone; with a verdict it stays, without one nothing does. */
  Mono<Void> gone(UUID id) {
    return database
        .sql(
            """
            with judged as (
              update document set content = 'NONE'
              where document = :id and content = 'LEAVING' and verdict is not null)
            delete from document where document = :id and content = 'LEAVING' and verdict is null
            """)
        .bind("id", id)
        .then();
  }

  private Document document(Readable row) {
    return new Document(
        requireNonNull(row.get("document", UUID.class)),
        requireNonNull(row.get("application", UUID.class)),
        requireNonNull(row.get("kind", String.class)),
        requireNonNull(row.get("added_at", Instant.class)),
        file(row),
        verdict(row),
        row.get("judged_at", Instant.class));
  }

  private static Document.@Nullable File file(Readable row) {
    var hash = row.get("sha256", byte[].class);
    return hash == null
        ? null
        : new Document.File(
            Format.of(requireNonNull(row.get("media_type", String.class))),
            requireNonNull(row.get("bytes", Long.class)),
            HexFormat.of().formatHex(hash),
            "KEPT".equals(row.get("content", String.class)));
  }

  private @Nullable Verdict verdict(Readable row) {
    var outcome = row.get("verdict", String.class);
    return outcome == null
        ? null
        : new Verdict(
            Verdict.Outcome.valueOf(outcome),
            json.readValue(requireNonNull(row.get("flaws", Json.class)).asString(), FAULTS));
  }
}
