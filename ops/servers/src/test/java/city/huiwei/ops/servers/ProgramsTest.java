package city.huiwei.ops.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

  @Test
  void twoWhoUnpackAtOnceShareOneWholeFolder(@TempDir Path folder) throws IOException {
    var programs = new Programs(folder);
    var asked = Collections.nCopies(2, 0).stream().map(i -> ask(programs)).toList();
    assertThat(asked.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    assertThat(programs.postgres().resolve("bin/postgres")).isExecutable();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(programs.postgres());
    }
  }

  private static CompletableFuture<Path> ask(Programs programs) {
    return CompletableFuture.supplyAsync(programs::postgres);
  }
}
