package city.huiwei.inventory.stock;

import static java.util.Objects.requireNonNull;

import city.huiwei.inventory.contract.StockDesk.SiteEdit;
import city.huiwei.inventory.contract.StockDesk.SiteFacts;
import city.huiwei.inventory.contract.StockDesk.UnitEdit;
import city.huiwei.inventory.contract.StockDesk.UnitFacts;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sites and units as they are edited by hand; each edit leaves its trace in the same statement. */
@Repository
class EditedStocks {

  private static final TypeReference<Map<String, Object>> FEATURES = new TypeReference<>() {};

  private final DatabaseClient database;
  private final JsonMapper json;

  EditedStocks(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Empty when the operator has no such site. */
  Mono<SiteFacts> site(String operator, String site) {
    return database
        .sql("select * from site where site = :site and operator = :operator")
        .bind("site", site)
        .bind("operator", operator)
        .map(EditedStocks::site)
        .one();
  }

  Flux<UnitFacts> units(String site, @Nullable String after, int most) {
    return database
        .sql(
            """
            select * from unit where site = :site and unit > :after order by unit limit :most
            """)
        .bind("site", site)
        .bind("after", after == null ? "" : after)
        .bind("most", most)
        .map(this::unitFacts)
        .all();
  }

  /** Empty when the operator has no such unit. */
  Mono<UnitFacts> unit(String operator, String unit) {
    return database
        .sql(
            """
            select u.* from unit u join site s using (site)
            where u.unit = :unit and s.operator = :operator
            """)
        .bind("unit", unit)
        .bind("operator", operator)
        .map(this::unitFacts)
        .one();
  }

  /** Empty, and nothing is written, when it is not theirs or not the version that was seen. */
  Mono<SiteFacts> edit(String actor, String operator, String site, SiteEdit edit) {
    return database
        .sql(
            """
            with edited as (
              update site set name_zh = :nameZh, name_en = :nameEn, address = :address,
                telephone = :telephone
              where site = :site and operator = :operator and version = :version
              returning new.*, to_jsonb(old) was_all, to_jsonb(new) now_all),
            traced as (
              insert into stock_change (site, was, now, actor)
              select site, was_all, now_all, :actor from edited)
            select * from edited
            """)
        .bind("nameZh", edit.nameZh().strip())
        .bind("nameEn", edit.nameEn().strip())
        .bind("address", edit.address().strip())
        .bind("telephone", Parameter.fromOrEmpty(edit.telephone(), String.class))
        .bind("site", site)
        .bind("operator", operator)
        .bind("version", edit.version())
        .bind("actor", actor)
        .map(EditedStocks::site)
        .one();
  }

  /** Empty, and nothing is written, when it is not the version that was seen. */
  Mono<UnitFacts> edit(String actor, String unit, UnitEdit edit) {
    return database
        .sql(
            """
            with edited as (
              update unit set features = features || :changes::jsonb
              where unit = :unit and version = :version
              returning new.*, old.features was_features),
            traced as (
              insert into stock_change (site, unit, was, now, actor)
              select site, unit, was_features, features, :actor from edited)
            select * from edited
            """)
        .bind("changes", json.writeValueAsString(edit.features()))
        .bind("unit", unit)
        .bind("version", edit.version())
        .bind("actor", actor)
        .map(this::unitFacts)
        .one();
  }

  private static SiteFacts site(Readable row) {
    return new SiteFacts(
        text(row, "site"),
        text(row, "programme"),
        text(row, "name_zh"),
        text(row, "name_en"),
        text(row, "address"),
        row.get("telephone", String.class),
        version(row));
  }

  private UnitFacts unitFacts(Readable row) {
    return new UnitFacts(
        text(row, "unit"),
        text(row, "site"),
        text(row, "pool"),
        json.readValue(requireNonNull(row.get("features", Json.class)).asString(), FEATURES),
        version(row));
  }

  private static int version(Readable row) {
    return requireNonNull(row.get("version", Integer.class));
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }
}
