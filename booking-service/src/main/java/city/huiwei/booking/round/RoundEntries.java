package city.huiwei.booking.round;

import static java.util.Objects.requireNonNull;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is written of families' entries. The tables keep a family, and a child, from being in a
 * round twice; the deadline is the database's clock's.
 */
@Repository
class RoundEntries {

  private static final String READ =
      """
      select f.*,
        (select array_agg(c.application order by c.at) from round_child c
          where c.family = f.family) as children,
        (select jsonb_agg(to_jsonb(w.pools) order by w.rank) from round_choice w
          where w.family = f.family) as choices
      from round_family f
      """;

  /** Shares the round's row, so that its dates stay while lists are written. */
  private static final String OPEN =
      """
      (select round from childcare_round where round = :round
        and opens_at <= clock_timestamp() and clock_timestamp() < closes_at for share)
      """;

  private static final TypeReference<List<List<@Nullable String>>> CHOICES =
      new TypeReference<>() {};

  private final DatabaseClient database;
  private final JsonMapper json;

  RoundEntries(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /**
   * What somebody sets out to enter.
   *
   * @param hash of all that is asked
   */
  record Intent(UUID owner, String key, String hash) {}

  /** An entry, with the hash of what was asked under its key. */
  record Asked(Entry entry, String hash) {}

  /** Whether it was written: the round is open, and neither key nor family is in it. */
  Mono<Boolean> add(Entry entry, Intent intent) {
    return database
        .sql(
            """
            with open as %s
            insert into round_family (family, round, account, owner, idempotency_key, request_hash,
              reference, ticket, category, choices_hash)
            select :family, round, :account, :owner, :key, :request, :reference, :ticket, :category,
              :hash
            from open
            on conflict do nothing
            """
                .formatted(OPEN))
        .bind("round", entry.round())
        .bind("family", entry.id())
        .bind("account", Parameter.fromOrEmpty(entry.account(), UUID.class))
        .bind("owner", intent.owner())
        .bind("key", intent.key())
        .bind("request", intent.hash())
        .bind("reference", entry.reference())
        .bind("ticket", entry.ticket())
        .bind("category", entry.category())
        .bind("hash", entry.wishes().hash())
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  /** Whether it was written: the round is open, and nobody was faster. */
  Mono<Boolean> change(Entry entry, Entry.State state) {
    return database
        .sql(
            """
            with open as %s
            update round_family f set category = :category, choices_hash = :hash, state = :state,
              version = version + 1, changed_at = now()
            from open
            where f.round = open.round and f.family = :family and f.version = :version
              and f.state = 'ENTERED'
            """
                .formatted(OPEN))
        .bind("round", entry.round())
        .bind("family", entry.id())
        .bind("version", entry.version())
        .bind("category", entry.category())
        .bind("hash", entry.wishes().hash())
        .bind("state", state.name())
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  /** Writes the children and the list anew; an error when a child is in the round already. */
  Mono<Void> wishes(Entry entry) {
    var children = entry.wishes().children();
    return forget(entry.id())
        .then(
            database
                .sql(
                    """
                    insert into round_child (family, at, round, application, party)
                    select :family, at, :round, a.application, a.party
                    from unnest(:children::uuid[]) with ordinality c (child, at)
                    join application a on a.application = c.child
                    """)
                .bind("family", entry.id())
                .bind("round", entry.round())
                .bind("children", children.toArray(UUID[]::new))
                .then())
        .then(
            database
                .sql(
                    """
                    insert into round_choice (family, rank, pools)
                    select :family, rank, array(
                      select pool from jsonb_array_elements_text(choice) with ordinality p (pool, at)
                      order by at)
                    from jsonb_array_elements(:choices::jsonb) with ordinality w (choice, rank)
                    """)
                .bind("family", entry.id())
                .bind("choices", Json.of(json.writeValueAsString(entry.wishes().choices())))
                .then());
  }

  private Mono<Void> forget(UUID family) {
    return database
        .sql("delete from round_choice where family = :family")
        .bind("family", family)
        .then()
        .then(
            database
                .sql("delete from round_child where family = :family")
                .bind("family", family)
                .then());
  }

  /** The children of an entry that was taken out may be in another. */
  Mono<Void> free(UUID family) {
    return database
        .sql("update round_child set live = false where family = :family")
        .bind("family", family)
        .then();
  }

  Mono<Entry> one(UUID family) {
    return database
        .sql(READ + " where f.family = :family")
        .bind("family", family)
        .map(this::entry)
        .one();
  }

  /** What was entered under the key of an intent, whatever was asked then. */
  Mono<Asked> asked(Intent intent) {
    return database
        .sql(READ + " where f.owner = :owner and f.idempotency_key = :key")
        .bind("owner", intent.owner())
        .bind("key", intent.key())
        .map(row -> new Asked(entry(row), text(row, "request_hash")))
        .one();
  }

  /** An account's, in one round or in all, the newest first. */
  Flux<Entry> of(UUID account, @Nullable UUID round, int most) {
    return database
        .sql(
            READ
                + """
                 where f.account = :account and f.round = coalesce(:round, f.round)
                order by f.family desc limit :most
                """)
        .bind("account", account)
        .bind("round", Parameter.fromOrEmpty(round, UUID.class))
        .bind("most", most)
        .map(this::entry)
        .all();
  }

  /** All that are in a round, in no order. */
  Flux<Entry> in(UUID round, int most) {
    return database
        .sql(READ + " where f.round = :round and f.state = 'ENTERED' limit :most")
        .bind("round", round)
        .bind("most", most)
        .map(this::entry)
        .all();
  }

  /** How many families and children are in a round. */
  record Size(long families, long children) {}

  Mono<Size> size(UUID round) {
    return database
        .sql(
            """
            select (select count(*) from round_family where round = :round and state = 'ENTERED')
                as families,
              (select count(*) from round_child where round = :round and live) as children
            """)
        .bind("round", round)
        .map(row ->
            new Size(
                requireNonNull(row.get("families", Long.class)),
                requireNonNull(row.get("children", Long.class))))
        .one();
  }

  private Entry entry(Readable row) {
    var children = row.get("children", UUID[].class);
    var choices = row.get("choices", Json.class);
    return new Entry(
        requireNonNull(row.get("family", UUID.class)),
        requireNonNull(row.get("round", UUID.class)),
        row.get("account", UUID.class),
        text(row, "reference"),
        text(row, "ticket"),
        text(row, "category"),
        Entry.State.valueOf(text(row, "state")),
        requireNonNull(row.get("version", Integer.class)),
        requireNonNull(row.get("entered_at", Instant.class)),
        requireNonNull(row.get("changed_at", Instant.class)),
        new WishList(
            children == null ? List.of() : List.of(children),
            choices == null ? List.of() : json.readValue(choices.asString(), CHOICES)));
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }
}
