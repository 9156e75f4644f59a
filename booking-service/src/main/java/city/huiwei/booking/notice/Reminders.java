package city.huiwei.booking.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Finds what people are to be reminded of, and writes it down once, in the same statement. */
@Repository
class Reminders {

  /** The others come with the next look. */
  private static final int MOST = 200;

  private final DatabaseClient database;

  Reminders(DatabaseClient database) {
    this.database = database;
  }

  /** The moment by the database's clock. */
  Mono<Instant> now() {
    return database.sql("select now()").mapValue(Instant.class).one();
  }

  /** Offers that nobody has answered, whose time is over by then. */
  Mono<Void> ofOffers(Instant by, List<Channel> channels) {
    return database
        .sql(
            """
            with ending as (
              select application, deadline from offer o
              where state = 'OPEN' and deadline > now() and deadline <= :by and not exists (
                select from notice n where n.application = o.application
                  and n.kind = 'OFFER_ENDING' and n.until = o.deadline)
              order by deadline limit :most),
            told as (
              insert into notice (notice, application, kind, until)
              select uuidv7(), application, 'OFFER_ENDING', deadline from ending
              on conflict do nothing
              returning notice)
            insert into notice_delivery (notice, channel)
            select notice, unnest(cast(:channels as text[])) from told
            """)
        .bind("by", by)
        .bind("most", MOST)
        .bind("channels", names(channels))
        .then();
  }

  /** Reassessments and yearly checks that are due by then, or overdue. */
  Mono<Void> ofChecks(LocalDate by, List<Channel> channels) {
    return ofResidences(
        Notice.Kind.CHECK_DUE, "look_due", "state in ('LIVING', 'ON_LEAVE')", by, channels);
  }

  /** Places that are kept for who is away no longer than until then. */
  Mono<Void> ofReturns(LocalDate by, List<Channel> channels) {
    return ofResidences(Notice.Kind.LEAVE_ENDING, "until", "state = 'ON_LEAVE'", by, channels);
  }

  private Mono<Void> ofResidences(
      Notice.Kind kind, String day, String where, LocalDate by, List<Channel> channels) {
    return database
        .sql(
            """
            with due as (
              select application, %1$s as day from residence r
              where %1$s <= :by and %2$s and not exists (
                select from notice n where n.application = r.application
                  and n.kind = :kind and n.day = r.%1$s)
              order by %1$s limit :most),
            told as (
              insert into notice (notice, application, kind, day)
              select uuidv7(), application, :kind, day from due
              on conflict do nothing
              returning notice)
            insert into notice_delivery (notice, channel)
            select notice, unnest(cast(:channels as text[])) from told
            """
                .formatted(day, where))
        .bind("kind", kind.name())
        .bind("by", by)
        .bind("most", MOST)
        .bind("channels", names(channels))
        .then();
  }

  private static String[] names(List<Channel> channels) {
    return channels.stream().map(Channel::name).toArray(String[]::new);
  }
}
