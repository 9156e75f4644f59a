package city.huiwei.inventory.stockfile;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The rules as they are delivered. */
public final class Rules {

  private Rules() {}

  public static StockRules delivered() {
    var properties = new Properties();
    try (var in = Rules.class.getResourceAsStream("/stock-rules.properties")) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new Binder(new MapConfigurationPropertySource(properties))
        .bind("huiwei.stock", StockRules.class)
        .get();
  }
}
