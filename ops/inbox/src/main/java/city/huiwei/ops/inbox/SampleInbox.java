package city.huiwei.ops.inbox;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The inbox as a program, and as a part of a test. It needs no framework: that keeps the city
 * small.
 */
public final class SampleInbox {

  /** Everyone can read it, so it proves nothing; only the sample city's gateway takes it. */
  public static final String SAMPLE_SECRET = "whsec_c2FtcGxlLXNlY3JldC1zYW1wbGUtc2VjcmV0";

  private SampleInbox() {}

  public static void main(String[] arguments) {
    var settings = settings(arguments);
    start(
        Integer.parseInt(settings.getOrDefault("server.port", "8084")),
        Integer.parseInt(settings.getOrDefault("smtp.port", "8102")),
        settings.getOrDefault("sms.secret", SAMPLE_SECRET));
  }

  /**
   * Starts one in this process.
   *
   * @param port of the page and the gateway, 0 for a free one; {@code smtpPort} likewise
   */
  public static RunningInbox start(int port, int smtpPort, String secret) {
    return new RunningInbox(port, smtpPort, secret);
  }

  private static Map<String, String> settings(String[] arguments) {
    return Arrays.stream(arguments)
        .map(argument -> argument.replaceFirst("^--", "").split("=", 2))
        .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
  }
}
