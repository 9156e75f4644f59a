import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Hands every Java file below this folder to google-java-format, with the options given. */
class Format {

  static void main(String[] options) throws IOException {
    var arguments = new ArrayList<>(Arrays.asList(options));
    arguments.addAll(javaFiles());
    Main.main(arguments.toArray(String[]::new));
  }

  private static List<String> javaFiles() throws IOException {
    try (var files = Files.walk(Path.of("."))) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(".java") && !file.contains("/target/"))
          .sorted()
          .toList();
    }
  }
}
