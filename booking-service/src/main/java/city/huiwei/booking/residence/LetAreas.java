package city.huiwei.booking.residence;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.allocation.LetArea;
import city.huiwei.booking.allocation.StartUpReserve;
import java.math.BigDecimal;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** How much space is let, to whom. One row a programme, so leases come one after the other. */
@Repository
public class LetAreas {

  private final DatabaseClient database;

  LetAreas(DatabaseClient database) {
    this.database = database;
  }

  /** All that can be let, as it is now. */
  public Mono<Void> stock(String programme, BigDecimal squareMetres) {
    return database
        .sql(
            """
            insert into let_area (programme, stock) values (:programme, :stock)
            on conflict (programme) do update set stock = excluded.stock
            where let_area.stock <> excluded.stock
            """)
        .bind("programme", programme)
        .bind("stock", squareMetres)
        .then();
  }

  /**
   * What is let now; empty where no area is counted. Never more than all, whatever left the stock.
   */
  public Mono<LetArea> now(String programme) {
    return database
        .sql(
            """
            select greatest(stock, start_ups + others) stock, start_ups, others from let_area
            where programme = :programme and stock > 0
            """)
        .bind("programme", programme)
        .map(row ->
            new LetArea(
                requireNonNull(row.get("stock", BigDecimal.class)),
                requireNonNull(row.get("start_ups", BigDecimal.class)),
                requireNonNull(row.get("others", BigDecimal.class))))
        .one();
  }

  /**
   * Leases so much, if start-ups keep their reserve; a start-up is never refused for it. Empty, and
   * nothing is leased, when they would not.
   */
  public Mono<Boolean> lease(String programme, LeasedArea area, StartUpReserve reserve) {
    return database
        .sql(
            """
            update let_area set
              start_ups = start_ups + case when :startUp then :area else 0 end,
              others = others + case when :startUp then 0 else :area end
            where programme = :programme and (:startUp or case :denominator
              when 'STOCK' then stock - others - :area >= :share * stock
              else start_ups >= :share * (start_ups + others + :area) end)
            """)
        .bind("startUp", area.isStartUp())
        .bind("area", area.squareMetres())
        .bind("programme", programme)
        .bind("denominator", reserve.denominator().name())
        .bind("share", reserve.share())
        .fetch()
        .rowsUpdated()
        .filter(rows -> rows > 0)
        .map(_ -> true);
  }

  public Mono<Void> giveBack(String programme, LeasedArea area) {
    return database
        .sql(
            """
            update let_area set
              start_ups = start_ups - case when :startUp then :area else 0 end,
              others = others - case when :startUp then 0 else :area end
            where programme = :programme
            """)
        .bind("startUp", area.isStartUp())
        .bind("area", area.squareMetres())
        .bind("programme", programme)
        .then();
  }
}
