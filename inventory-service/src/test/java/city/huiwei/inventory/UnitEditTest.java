package city.huiwei.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.huiwei.edge.IsoDates;
import city.huiwei.edge.testing.Statements;
import city.huiwei.inventory.contract.StockDesk;
import city.huiwei.inventory.contract.StockDesk.SiteEdit;
import city.huiwei.inventory.contract.StockDesk.UnitEdit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.core.publisher.Flux;

/** What managers put right by hand, over HTTP. */
@NullUnmarked
class UnitEditTest {

  private static final String UNIT = "gh-001-0001";

  private static ConfigurableApplicationContext service;
  private static DatabaseClient database;
  private static StockDesk desk;

  @BeforeAll
  static void open() {
    service = TestCity.start();
    database = service.getBean(DatabaseClient.class);
    TestCity.addStudios(database, 3);
    desk = as("manager-op-home");
  }

  @AfterAll
  static void close() {
    service.close();
  }

  @BeforeEach
  void nobodyHasEdited() {
    Statements.run(
        database,
        "truncate stock_change",
        """
        update unit set features =
          '{"floor": 3, "areaSquareMetres": 21.5, "wheelchairAccessible": false}'
        """);
  }

  @Test
  void whatIsPutRightStandsThereWithItsTraceAndTheNextVersion() {
    int version = version();
    var unit =
        desk.editUnit(UNIT, new UnitEdit(version, Map.of("floor", 4, "wheelchairAccessible", true)))
            .block();
    assertThat(unit.version()).isEqualTo(version + 1);
    assertThat(unit.features()).containsEntry("floor", 4).containsEntry("areaSquareMetres", 21.5);
    assertThat(
            text(
                "select was ->> 'floor' || ' ' || (now ->> 'floor') || ' ' || actor from"
                    + " stock_change"))
        .isEqualTo("3 4 manager-op-home");
  }

  @Test
  void aSiteIsRenamedAndItsVersionGoesOn() {
    var site = desk.stock("gh-001", null).block().site();
    var edited =
        desk.editSite("gh-001", new SiteEdit(site.version(), "新名", "New", "新路1号", null)).block();
    assertThat(edited.nameEn()).isEqualTo("New");
    assertThat(edited.version()).isEqualTo(site.version() + 1);
    assertThat(
            status(() ->
                desk.editSite("gh-001", new SiteEdit(site.version(), "旧名", "Old", "旧路1号", null))
                    .block()))
        .isEqualTo(409);
  }

  /** Ten people save the same version at once. */
  @Test
  void ofTenWhoEditTheSameVersionExactlyOneSaves() {
    assertThat(saved(10)).isOne();
  }

  /** The control: where nothing raises the version, everybody saves over everybody. */
  @Test
  void whereNothingRaisesTheVersionAllTenSave() {
    Statements.run(database, "alter table unit disable trigger unit_version");
    try {
      assertThat(saved(10)).isEqualTo(10);
    } finally {
      Statements.run(database, "alter table unit enable trigger unit_version");
    }
  }

  private static long saved(int people) {
    int version = version();
    return Flux.range(0, people)
        .flatMap(
            n ->
                desk.editUnit(UNIT, new UnitEdit(version, Map.of("floor", n)))
                    .map(_ -> true)
                    .onErrorReturn(WebClientResponseException.Conflict.class, false),
            people)
        .filter(saved -> saved)
        .count()
        .block();
  }

  @ParameterizedTest
  @CsvSource({
    "floor, 300, OUT_OF_RANGE",
    "floor, -6, OUT_OF_RANGE",
    "floor, 2.5, TOO_MANY_DECIMALS",
    "areaSquareMetres, 0, OUT_OF_RANGE",
    "areaSquareMetres, 20.25, TOO_MANY_DECIMALS",
    "roomType, 1, FEATURE_FIXED",
    "room, 1, FEATURE_FIXED",
    "careFrom, 1, FEATURE_FIXED"
  })
  void whatDoesNotFitIsRefusedAndNothingIsWritten(String feature, double value, String reason) {
    int version = version();
    var changes = new HashMap<String, Object>(Map.of("floor", 1));
    changes.put(feature, value);
    assertThatThrownBy(() -> desk.editUnit(UNIT, new UnitEdit(version, changes)).block())
        .isInstanceOfSatisfying(
            WebClientResponseException.class,
            refused -> assertThat(refused.getResponseBodyAsString()).contains(reason));
    assertThat(version()).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"floor", "wheelchairAccessible"})
  void textIsNoNumberAndNoYes(String feature) {
    int version = version();
    assertThat(
            status(
                () -> desk.editUnit(UNIT, new UnitEdit(version, Map.of(feature, "third"))).block()))
        .isEqualTo(422);
  }

  @Test
  void aSiteKeepsItsNamesAndAddress() {
    var version = desk.stock("gh-001", null).block().site().version();
    assertThatThrownBy(
            () -> desk.editSite("gh-001", new SiteEdit(version, " ", "", "", null)).block())
        .isInstanceOfSatisfying(
            WebClientResponseException.class,
            refused ->
                assertThat(refused.getResponseBodyAsString())
                    .contains("nameZh", "nameEn", "address"));
  }

  @ParameterizedTest
  @CsvSource({
    "manager-op-port, 404",
    "caseworker-op-home, 403",
    "monitor, 403",
    "administrator, 403",
    "graduate-00001, 403"
  })
  void othersHaveNoStockHere(String person, int answer) {
    var theirs = as(person);
    int version = version();
    assertThat(status(() -> theirs.stock("gh-001", null).block())).isEqualTo(answer);
    assertThat(
            status(() -> theirs.editUnit(UNIT, new UnitEdit(version, Map.of("floor", 1))).block()))
        .isEqualTo(answer);
    assertThat(
            status(() -> theirs.editSite("gh-001", new SiteEdit(1, "a", "b", "c", null)).block()))
        .isEqualTo(answer);
    assertThat(version()).isEqualTo(version);
  }

  private static int version() {
    return database
        .sql("select version from unit where unit = '" + UNIT + "'")
        .mapValue(Integer.class)
        .one()
        .block();
  }

  private static String text(String query) {
    return database.sql(query).mapValue(String.class).one().block();
  }

  private static int status(Runnable step) {
    try {
      step.run();
    } catch (WebClientResponseException refused) {
      return refused.getStatusCode().value();
    }
    return 200;
  }

  private static StockDesk as(String person) {
    var http =
        WebClient.builder()
            .baseUrl(TestCity.address(service))
            .defaultHeaders(headers -> headers.setBearerAuth(TestCity.signIn().token(person)))
            .build();
    return HttpServiceProxyFactory.builderFor(WebClientAdapter.create(http))
        .conversionService(IsoDates.conversion())
        .build()
        .createClient(StockDesk.class);
  }
}
