package city.huiwei.ops.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/** The sample stock, which a new city is given once. */
final class SampleCity {

  static final List<String> FILES =
      List.of(
          "operators",
          "sites",
          "graduate-rooms",
          "elder-beds",
          "childcare-classes",
          "industrial-units");

  private final Path folder;
  private final Path loaded;

  SampleCity(Settings settings) {
    this.folder = settings.project().resolve("ops/sample-city");
    this.loaded = settings.data().resolve("sample-city.loaded");
  }

  /** Loads what was not yet loaded; a start that was killed goes on where it was. */
  void load(Caller administrator, String inventory) {
    try {
      var before = Files.exists(loaded) ? Files.readAllLines(loaded) : List.<String>of();
      for (var file : FILES) {
        if (!before.contains(file)) {
          load(administrator, inventory, file);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The content names the import, so that one asked for twice is done once. */
  private void load(Caller administrator, String inventory, String file) throws IOException {
    var content = Files.readAllBytes(folder.resolve(file + ".csv"));
    var id = UUID.nameUUIDFromBytes(content);
    administrator.put(
        "%s/api/imports/%s?file=%s".formatted(inventory, id, file), "text/csv", content);
    Files.writeString(loaded, file + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    Screen.say("sample city", "loaded " + file + ".csv");
  }

  /** The operator of a site, who has the keys. */
  String operatorOf(String site) {
    try (var lines = Files.lines(folder.resolve("sites.csv"))) {
      return lines
          .map(line -> line.split(",", 3))
          .filter(fields -> fields[0].equals(site))
          .map(fields -> fields[1])
          .findFirst()
          .orElseThrow();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
