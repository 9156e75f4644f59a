package city.huiwei.booking.batch;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is written of entries. The window is looked at where it is written, by the table's clock.
 */
@Repository
public class Entries {

  private static final String SELECT =
      """
      select entry, reference, batch, account, ticket, category, chances, choices_hash, request_hash,
        allotment, place, state, outcome, entered_at,
        array(select pool from batch_wish w where w.entry = e.entry order by rank) pools,
        array(select lower(stay) from batch_wish w where w.entry = e.entry order by rank) stay_from,
        array(select upper(stay) from batch_wish w where w.entry = e.entry order by rank) stay_to,
        array(select slack_days from batch_wish w where w.entry = e.entry order by rank) slack,
        array(select least_nights from batch_wish w where w.entry = e.entry order by rank) least
      from batch_entry e
      """;

  private static final String OPEN =
      """
      (select batch from batch where state = 'RELEASED'
        and now() >= register_from and now() < register_until)
      """;

  private static final String WISHES =
      """
      unnest(:pools::text[], :from::date[], :to::date[], :slack::int[], :least::int[])
        with ordinality w (pool, first, last, slack, least, rank)
      """;

  private final DatabaseClient database;

  Entries(DatabaseClient database) {
    this.database = database;
  }

  Mono<Instant> now() {
    return database.sql("select now()").mapValue(Instant.class).one();
  }

  /** The caller's own number of what they ask, and the SHA-256 of all of it. */
  record Intent(String key, String hash) {}

  /** An entry with the hash of what was asked at first. */
  record Asked(Entry entry, String hash) {}

  /**
   * When it is written. Empty when nothing is: the window is shut, this person is in it, the key or
   * the invitation was used.
   */
  Mono<Instant> add(Entry entry, Intent intent) {
    var invitation = entry.invitation();
    var statement =
        database
            .sql(
                """
                with entered as (
                  insert into batch_entry (entry, reference, batch, account, idempotency_key, ticket,
                    category, chances, choices_hash, request_hash, allotment, place)
                  select :entry, :reference, open.batch, :account, :key, :ticket, :category,
                    :chances, :hash, :request, :allotment, :place
                  from %s open where open.batch = :batch
                  on conflict do nothing returning entry, batch, entered_at),
                wished as (
                  insert into batch_wish (entry, rank, batch, pool, stay, slack_days, least_nights)
                  select entry, rank, batch, pool, daterange(first, last), slack, least
                  from entered, %s)
                select entered_at from entered
                """
                    .formatted(OPEN, WISHES))
            .bind("entry", entry.id())
            .bind("reference", entry.reference())
            .bind("batch", entry.batch())
            .bind("account", entry.account())
            .bind("key", intent.key())
            .bind("request", intent.hash())
            .bind("ticket", entry.ticket())
            .bind("category", entry.category().code())
            .bind("chances", entry.chances())
            .bind("hash", entry.choicesHash())
            .bind(
                "allotment",
                Parameter.fromOrEmpty(
                    invitation == null ? null : invitation.allotment(), String.class))
            .bind(
                "place",
                Parameter.fromOrEmpty(
                    invitation == null ? null : invitation.place(), Integer.class));
    return withWishes(statement, entry.wishes()).mapValue(Instant.class).one();
  }

  /** False when it takes part no more, or the window is shut. In a transaction of the caller's. */
  Mono<Boolean> replace(Entry entry) {
    return change(entry.id(), "choices_hash = :value, changed_at = now()", entry.choicesHash())
        .filter(changed -> changed)
        .flatMap(_ -> deleteWishes(entry.id()))
        .flatMap(_ -> addWishes(entry))
        .map(_ -> true)
        .defaultIfEmpty(false);
  }

  /** False when it takes part no more, or the window is shut. */
  Mono<Boolean> withdraw(UUID entry) {
    return change(entry, "state = :value, changed_at = now()", Entry.State.WITHDRAWN.name());
  }

  /** False when it takes part no more, or the window is shut. */
  Mono<Boolean> regroup(UUID entry, Category category) {
    return change(entry, "category = :value, changed_at = now()", category.code());
  }

  private Mono<Boolean> change(UUID entry, String set, String value) {
    return database
        .sql(
            """
            update batch_entry set %s
            where entry = :entry and state = 'ENTERED' and batch in %s
            """
                .formatted(set, OPEN))
        .bind("entry", entry)
        .bind("value", value)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  private Mono<Long> deleteWishes(UUID entry) {
    return database
        .sql("delete from batch_wish where entry = :entry")
        .bind("entry", entry)
        .fetch()
        .rowsUpdated();
  }

  private Mono<Long> addWishes(Entry entry) {
    var statement =
        database
            .sql(
                """
                insert into batch_wish (entry, rank, batch, pool, stay, slack_days, least_nights)
                select :entry, rank, :batch, pool, daterange(first, last), slack, least from
                """
                    + WISHES)
            .bind("entry", entry.id())
            .bind("batch", entry.batch());
    return withWishes(statement, entry.wishes()).fetch().rowsUpdated();
  }

  /** What somebody has entered for a batch and not withdrawn. */
  public Mono<Entry> of(UUID batch, UUID account) {
    return database
        .sql(SELECT + " where batch = :batch and account = :account and state = 'ENTERED'")
        .bind("batch", batch)
        .bind("account", account)
        .map(Entries::entry)
        .one();
  }

  Mono<Asked> withKey(UUID account, String key) {
    return database
        .sql(SELECT + " where account = :account and idempotency_key = :key")
        .bind("account", account)
        .bind("key", key)
        .map(row -> new Asked(entry(row), text(row, "request_hash")))
        .one();
  }

  public Mono<Entry> one(UUID entry) {
    return database
        .sql(SELECT + " where entry = :entry")
        .bind("entry", entry)
        .map(Entries::entry)
        .one();
  }

  /** Everyone who takes part, in the order of their tickets. */
  public Flux<Entry> in(UUID batch) {
    return database
        .sql(SELECT + " where batch = :batch and state = 'ENTERED' order by ticket")
        .bind("batch", batch)
        .map(Entries::entry)
        .all();
  }

  /** Says what came of these tickets of a batch; the number of those it is said of. */
  public Mono<Long> outcome(UUID batch, Collection<String> tickets, Entry.Outcome outcome) {
    return database
        .sql(
            """
            update batch_entry set outcome = :outcome, changed_at = now()
            where batch = :batch and state = 'ENTERED' and ticket = any(:tickets::text[])
            """)
        .bind("outcome", outcome.name())
        .bind("batch", batch)
        .bind("tickets", tickets.toArray(String[]::new))
        .fetch()
        .rowsUpdated();
  }

  /** In how many batches of a programme somebody was not placed since they last were. */
  Mono<Integer> lost(UUID account, String programme) {
    return database
        .sql(
            """
            select count(*)::int from batch_entry e join batch b using (batch)
            where account = :account and programme = :programme and outcome = 'NOT_PLACED'
              and entered_at > coalesce(
                (select max(entered_at) from batch_entry p join batch pb using (batch)
                  where p.account = :account and pb.programme = :programme
                    and p.outcome = 'PLACED'), '-infinity')
            """)
        .bind("account", account)
        .bind("programme", programme)
        .mapValue(Integer.class)
        .one();
  }

  private static GenericExecuteSpec withWishes(
      GenericExecuteSpec statement, List<RankedWish> wishes) {
    return statement
        .bind("pools", column(wishes, RankedWish::pool).toArray(String[]::new))
        .bind("from", column(wishes, RankedWish::from).toArray(LocalDate[]::new))
        .bind("to", column(wishes, RankedWish::to).toArray(LocalDate[]::new))
        .bind("slack", column(wishes, RankedWish::slackDays).toArray(Integer[]::new))
        .bind("least", column(wishes, RankedWish::leastNights).toArray(Integer[]::new));
  }

  private static <T> List<T> column(List<RankedWish> wishes, Function<RankedWish, T> value) {
    return wishes.stream().map(value).toList();
  }

  private static Entry entry(Readable row) {
    var outcome = row.get("outcome", String.class);
    return new Entry(
        requireNonNull(row.get("entry", UUID.class)),
        text(row, "reference"),
        requireNonNull(row.get("batch", UUID.class)),
        requireNonNull(row.get("account", UUID.class)),
        text(row, "ticket"),
        Category.named(text(row, "category")).orElseThrow(),
        requireNonNull(row.get("chances", Integer.class)),
        text(row, "choices_hash"),
        invitation(row),
        Entry.State.valueOf(text(row, "state")),
        outcome == null ? null : Entry.Outcome.valueOf(outcome),
        requireNonNull(row.get("entered_at", Instant.class)),
        wishes(row));
  }

  private static Entry.@Nullable Invitation invitation(Readable row) {
    var allotment = row.get("allotment", String.class);
    return allotment == null
        ? null
        : new Entry.Invitation(allotment, requireNonNull(row.get("place", Integer.class)));
  }

  private static List<RankedWish> wishes(Readable row) {
    var pools = requireNonNull(row.get("pools", String[].class));
    var from = requireNonNull(row.get("stay_from", LocalDate[].class));
    var to = requireNonNull(row.get("stay_to", LocalDate[].class));
    var slack = requireNonNull(row.get("slack", Integer[].class));
    var least = requireNonNull(row.get("least", Integer[].class));
    return IntStream.range(0, pools.length)
        .mapToObj(i -> new RankedWish(pools[i], from[i], to[i], slack[i], least[i]))
        .toList();
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }
}
