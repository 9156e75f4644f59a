package city.huiwei.ops.bench.comparator;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The yardstick's tables. */
@Repository
class Bookings {

  private final DatabaseClient database;

  Bookings(DatabaseClient database) {
    this.database = database;
  }

  /** The lock in Redis may have lapsed, so the table has its own. */
  Mono<Integer> lockPool(int pool) {
    return database
        .sql("select pool from pool where pool = :pool for update")
        .bind("pool", pool)
        .mapValue(Integer.class)
        .one();
  }

  /** Nights of the wish on which somebody can still come. */
  Mono<Long> freeNights(Wish wish) {
    return database
        .sql(
            """
            select count(*) from pool_night
            where pool = :pool and night >= :from and night < :to and booked < capacity
            """)
        .bind("pool", wish.pool())
        .bind("from", wish.from())
        .bind("to", wish.to())
        .mapValue(Long.class)
        .one();
  }

  /** The new booking's number; empty when the person has one. */
  Mono<Long> add(Wish wish) {
    return database
        .sql(
            """
            insert into booking (pool, person, programme, from_night, to_night)
            values (:pool, :person, 1, :from, :to)
            on conflict (person, programme) do nothing returning id
            """)
        .bind("pool", wish.pool())
        .bind("person", wish.person())
        .bind("from", wish.from())
        .bind("to", wish.to())
        .mapValue(Long.class)
        .one();
  }

  Mono<Long> countUp(Wish wish) {
    return database
        .sql(
            """
            update pool_night set booked = booked + 1
            where pool = :pool and night >= :from and night < :to
            """)
        .bind("pool", wish.pool())
        .bind("from", wish.from())
        .bind("to", wish.to())
        .fetch()
        .rowsUpdated();
  }
}
