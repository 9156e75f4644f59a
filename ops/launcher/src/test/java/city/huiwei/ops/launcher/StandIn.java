package city.huiwei.ops.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A program in place of a service: ready at once, says yes to everything, ends when told to. */
final class StandIn {

  private StandIn() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println("The stand-in starts");
    var port =
        Arrays.stream(arguments)
            .filter(argument -> argument.startsWith("--server.port="))
            .mapToInt(argument -> Integer.parseInt(argument.split("=")[1]))
            .findFirst()
            .orElseThrow();
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          var yes = "{\"access_token\":\"any\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, yes.length);
          exchange.getResponseBody().write(yes);
          exchange.close();
        });
    server.createContext("/end", exchange -> System.exit(3));
    server.start();
  }

  /** A jar that runs this class, or, for a program that cannot start, one that is none. */
  static void writeJar(Path jar, boolean works) throws IOException {
    Files.createDirectories(jar.getParent());
    if (!works) {
      Files.writeString(jar, "no jar");
      return;
    }
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
    try (OutputStream out = Files.newOutputStream(jar);
        var entries = new JarOutputStream(out, manifest)) {
      var name = StandIn.class.getName().replace('.', '/') + ".class";
      entries.putNextEntry(new JarEntry(name));
      try (var in = StandIn.class.getClassLoader().getResourceAsStream(name)) {
        Objects.requireNonNull(in).transferTo(entries);
      }
    }
  }
}
