package city.huiwei.booking;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** The rules as they stand in their files, read as the service reads them. */
public final class RuleFiles {

  private RuleFiles() {}

  /** The rules under {@code huiwei.name} in {@code rules/name.yaml}. */
  public static <T> T read(String name, Class<T> rules) {
    return read(name, "huiwei." + name, rules);
  }

  /** The rules of a programme. */
  public static <T> T programme(String name, Class<T> rules) {
    return read(name, "huiwei.programmes." + name, rules);
  }

  private static <T> T read(String name, String prefix, Class<T> rules) {
    try {
      var file = new ClassPathResource("rules/" + name + ".yaml");
      var sources = new YamlPropertySourceLoader().load(name, file);
      return new Binder(ConfigurationPropertySources.from(sources)).bind(prefix, rules).get();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
