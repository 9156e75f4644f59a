package city.huiwei.ops.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PageFormsTest {

  @Test
  void aFormThatWouldBePostedWithoutItsMarkIsFound() {
    assertThat(PageForms.unguarded(Path.of("src/test/resources/forms")))
        .hasSize(2)
        .anyMatch(form -> form.contains("/unguarded"))
        .anyMatch(form -> form.contains("/over-two-lines"));
  }
}
