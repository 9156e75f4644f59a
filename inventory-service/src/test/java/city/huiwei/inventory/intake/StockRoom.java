package city.huiwei.inventory.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import city.huiwei.edge.testing.Statements;
import city.huiwei.inventory.TestCity;
import city.huiwei.inventory.stockfile.Problem;
import city.huiwei.inventory.stockfile.StockFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** The service on an empty database, with three sites, and hands to bring files in. */
final class StockRoom implements AutoCloseable {

  static final Path SAMPLE_CITY = Path.of("..", "ops", "sample-city");

  final ConfigurableApplicationContext service;
  final DatabaseClient database;
  private final Importing importing;

  StockRoom() {
    service = TestCity.start();
    database = service.getBean(DatabaseClient.class);
    importing = service.getBean(Importing.class);
  }

  /** There is no stock, and nobody holds anything. */
  void clear() {
    Statements.run(
        database, "truncate operator, site, pool, unit, hold, hold_change, import cascade");
  }

  /** Two operators, three sites of rooms and one of childcare. */
  StockRoom withSites() {
    takeOver(
        StockFile.OPERATORS,
        """
        operator,name_zh,name_en,programme
        op-home,安住,Homes,graduate-housing
        op-port,驿站,Stay,graduate-housing
        op-tot,托育,Tots,childcare
        """);
    takeOver(
        StockFile.SITES,
        """
        site,operator,programme,name_zh,name_en,district,address,latitude,longitude,telephone
        gh-001,op-home,graduate-housing,甲,A,baoan,甲路1号,22.5,113.9,
        gh-002,op-port,graduate-housing,乙,B,futian,乙路2号,,,0755-1
        gh-003,op-home,graduate-housing,丙,C,futian,丙路3号,,,
        cc-001,op-tot,childcare,丁,D,futian,丁路4号,,,
        """);
    return this;
  }

  Import bring(UUID id, StockFile file, @Nullable String operator, byte[] content) {
    var factory = DefaultDataBufferFactory.sharedInstance;
    Flux<DataBuffer> body =
        Flux.range(0, content.length / 1000 + 1)
            .map(part ->
                factory.wrap(
                    java.util.Arrays.copyOfRange(
                        content, part * 1000, Math.min(content.length, part * 1000 + 1000))));
    return requireNonNull(importing.take(id, file, operator, body).block());
  }

  Report bring(StockFile file, String content) {
    return bring(file, null, content);
  }

  Report bring(StockFile file, @Nullable String operator, String content) {
    return requireNonNull(
        bring(UUID.randomUUID(), file, operator, content.getBytes(UTF_8)).report());
  }

  Report takeOver(StockFile file, String content) {
    var report = bring(file, content);
    if (report.isRefusal()) {
      throw new IllegalStateException(report.problems().toString());
    }
    return report;
  }

  Report takeOverRooms(String... rows) {
    return takeOver(StockFile.GRADUATE_ROOMS, rooms(rows));
  }

  Report takeOverSample(StockFile file) {
    return takeOver(file, sample(file));
  }

  static String sample(StockFile file) {
    try {
      return Files.readString(SAMPLE_CITY.resolve(file.slug() + ".csv"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A file of rooms, each given as {@code unit,site,type}. */
  static String rooms(String... rows) {
    var file = new StringBuilder("unit,site,room_type,floor,area_m2,wheelchair_accessible\n");
    for (var row : rows) {
      file.append(row).append(",2,19,no\n");
    }
    return file.toString();
  }

  static List<String> codes(Report report) {
    return report.problems().stream().map(Problem::code).toList();
  }

  /** A firm hold on a unit from today on, for so many nights. */
  void hold(String site, String unit, int fromDay, int toDay) {
    Statements.run(
        database,
        """
        insert into hold (site, hold, pool, unit, unit_number, state, asked, period)
        select site, gen_random_uuid(), pool, unit, number, 'FIRM', d, d
        from unit cross join (select daterange(t + %d, t + %d) d
          from (select (now() at time zone 'Asia/Shanghai')::date t) today) dates
        where (site, unit) = ('%s', '%s')
        """
            .formatted(fromDay, toDay, site, unit));
  }

  List<String> units(String site) {
    return texts("select unit from unit where site = '" + site + "' order by unit");
  }

  List<String> texts(String question) {
    return requireNonNull(
        database.sql(question).mapValue(String.class).all().collectList().block());
  }

  Map<String, Object> row(String question) {
    return requireNonNull(database.sql(question).fetch().one().block());
  }

  long count(String table) {
    return requireNonNull(
        database.sql("select count(*) from " + table).mapValue(Long.class).one().block());
  }

  @Override
  public void close() {
    service.close();
  }
}
