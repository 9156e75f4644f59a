package city.huiwei.inventory.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.inventory.TestCity;
import city.huiwei.inventory.stockfile.StockFile;
import java.io.File;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class ImportApiTest {

  private static ConfigurableApplicationContext service;
  private static WebTestClient http;

  @BeforeAll
  static void start() {
    service = TestCity.start("huiwei.import.largest=1MB");
    http = WebTestClient.bindToServer().baseUrl(TestCity.address(service)).build();
    put(UUID.randomUUID(), "operators", "administrator", "zh").expectStatus().isOk().expectBody();
    put(UUID.randomUUID(), "sites", "administrator", "zh").expectStatus().isOk().expectBody();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void aFileIsTakenOverAndItsReportFoundAgain() {
    var id = UUID.randomUUID();
    put(id, "elder-beds", "administrator", "zh")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("DONE")
        .jsonPath("$.rows")
        .isEqualTo(1860)
        .jsonPath("$.problemsInAll")
        .isEqualTo(0);
    get(id, "administrator")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.rows")
        .isEqualTo(1860)
        .jsonPath("$.problems")
        .isEmpty();
    http.get()
        .uri("/api/stock")
        .headers(headers -> headers.setBearerAuth(TestCity.signIn().token("graduate-00001")))
        .exchange()
        .expectBody()
        .jsonPath("$.operators")
        .isEqualTo(6)
        .jsonPath("$.sites")
        .isEqualTo(122)
        .jsonPath("$.kinds.bed")
        .isEqualTo(1860);
  }

  @ParameterizedTest
  @CsvSource({
    "en, There is no such site., 'Check the code; import new sites first.'",
    "zh, 没有这个站点。, 请检查编号；新的站点要先导入站点文件。"
  })
  void problemsAreToldInTheLanguageOfTheReader(String language, String message, String remedy) {
    put(UUID.randomUUID(), "graduate-rooms", "administrator", language, "text/csv", FOREIGN_ROOM)
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("REFUSED")
        .jsonPath("$.problems[0].row")
        .isEqualTo(2)
        .jsonPath("$.problems[0].column")
        .isEqualTo("site")
        .jsonPath("$.problems[0].value")
        .isEqualTo("gh-999")
        .jsonPath("$.problems[0].message")
        .isEqualTo(message)
        .jsonPath("$.problems[0].remedy")
        .isEqualTo(remedy);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/csv",
        "application/octet-stream",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      })
  void theContentDecidesNotItsType(String type) {
    put(UUID.randomUUID(), "graduate-rooms", "administrator", "zh", type, FOREIGN_ROOM)
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.problems[0].code")
        .isEqualTo("UNKNOWN_SITE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"graduate-00001", "caseworker-op-home", "monitor", "auditor"})
  void whoeverIsNeitherAdministratorNorManagerMayNot(String person) {
    put(UUID.randomUUID(), "graduate-rooms", person, "zh")
        .expectStatus()
        .isForbidden()
        .expectBody();
    get(UUID.randomUUID(), person).expectStatus().isForbidden().expectBody();
  }

  @Test
  void withoutATokenNobodyMay() {
    http.put()
        .uri("/api/imports/{id}?file=sites", UUID.randomUUID())
        .contentType(MediaType.TEXT_PLAIN)
        .bodyValue("site")
        .exchange()
        .expectStatus()
        .isUnauthorized()
        .expectBody();
  }

  @Test
  void aManagerBringsTheOwnOperatorsRowsAndSeesTheOwnImports() {
    var id = UUID.randomUUID();
    put(id, "graduate-rooms", "manager-op-home", "en")
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.problems[0].code")
        .isEqualTo("FOREIGN_OPERATOR");
    get(id, "manager-op-home").expectStatus().isOk().expectBody();
    get(id, "administrator").expectStatus().isOk().expectBody();
    get(id, "manager-op-port").expectStatus().isNotFound().expectBody();
  }

  @Test
  void anUnknownFileOrAUsedIdIsA422() {
    put(UUID.randomUUID(), "castles", "administrator", "zh", "text/csv", FOREIGN_ROOM)
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.reasons[0].code")
        .isEqualTo("UNKNOWN_FILE");
    var id = UUID.randomUUID();
    put(id, "graduate-rooms", "administrator", "zh", "text/csv", FOREIGN_ROOM).expectBody();
    put(id, "elder-beds", "administrator", "zh", "text/csv", FOREIGN_ROOM)
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("/problems/import-id-reused");
  }

  @Test
  void aFileThatIsTooLargeIsA413AndLeavesNothingBehind() {
    var before = spooled();
    put(UUID.randomUUID(), "sites", "administrator", "zh", "text/csv", new byte[1_100_000])
        .expectStatus()
        .isEqualTo(413)
        .expectBody();
    assertThat(spooled()).isEqualTo(before);
  }

  private static final byte[] FOREIGN_ROOM = StockRoom.rooms("x-1,gh-999,studio").getBytes(UTF_8);

  private static int spooled() {
    var files =
        new File(System.getProperty("java.io.tmpdir"))
            .list((_, name) -> name.startsWith("import-") && name.endsWith(".spool"));
    return files == null ? 0 : files.length;
  }

  private static WebTestClient.ResponseSpec put(
      UUID id, String file, String person, String language) {
    var content = StockRoom.sample(StockFile.of(file).orElseThrow());
    return put(id, file, person, language, "text/csv", content.getBytes(UTF_8));
  }

  private static WebTestClient.ResponseSpec put(
      UUID id, String file, String person, String language, String type, byte[] content) {
    return http.mutate()
        .responseTimeout(Duration.ofSeconds(30))
        .build()
        .put()
        .uri("/api/imports/{id}?file={file}", id, file)
        .headers(headers -> headers.setBearerAuth(TestCity.signIn().token(person)))
        .header("Accept-Language", language)
        .contentType(MediaType.parseMediaType(type))
        .bodyValue(content)
        .exchange();
  }

  private static WebTestClient.ResponseSpec get(UUID id, String person) {
    return http.get()
        .uri("/api/imports/{id}", id)
        .headers(headers -> headers.setBearerAuth(TestCity.signIn().token(person)))
        .exchange();
  }
}
