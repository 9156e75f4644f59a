package city.huiwei.ops.bench.rush;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * An answer to one person.
 *
 * @param status 0 when there was none; then {@code body} says why
 * @param micros from the instant in which all asked
 */
record Heard(int status, String body, long micros) {

  /** Reads one HTTP/1.1 answer to its end. */
  static Heard read(InputStream from, Crowd.Start start) throws IOException {
    var in = new BufferedInputStream(from);
    var status = Integer.parseInt(line(in).split(" ", 3)[1]);
    var length = -1;
    for (var header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
      }
    }
    var body = length >= 0 ? in.readNBytes(length) : chunks(in);
    return new Heard(status, new String(body, StandardCharsets.UTF_8), start.micros());
  }

  boolean isRefused() {
    return status == 409 && body.contains("no-place-left");
  }

  private static byte[] chunks(InputStream in) throws IOException {
    var body = new ByteArrayOutputStream();
    for (var size = chunk(in); size > 0; size = chunk(in)) {
      body.write(in.readNBytes(size));
      line(in);
    }
    line(in);
    return body.toByteArray();
  }

  private static int chunk(InputStream in) throws IOException {
    return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    var text = new StringBuilder();
    for (var each = in.read(); each != '\n'; each = in.read()) {
      if (each < 0) {
        throw new EOFException("the connection was closed");
      }
      text.append((char) each);
    }
    return text.toString().strip();
  }
}
