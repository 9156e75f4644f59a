package city.huiwei.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is led away from this site by a link to it. */
class LocalPathTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/places", "/places/gh-001.studio?from=2026-12-01&to=2026-12-04"})
  void aPathOfThisSiteIsFollowed(String path) {
    assertThat(LocalPath.of(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "places",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "/\t/elsewhere.example",
        "\\/elsewhere.example",
        "https://elsewhere.example/",
        "javascript:alert(1)",
        "/places\r\nSet-Cookie: a=b",
        "/查找"
      })
  void everythingElseLeadsToTheFrontPage(String path) {
    assertThat(LocalPath.of(path)).isEqualTo("/");
  }
}
