package city.huiwei.console;

import city.huiwei.ops.signin.RunningSignIn;
import city.huiwei.ops.signin.SampleSignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** The console, the sample sign-in provider and stand-ins of the services, once for all tests. */
public final class Stage {

  private static final Stage STAGE = new Stage();

  private final int port = freePort();
  private final RunningSignIn signIn =
      SampleSignIn.start(0, Map.of("sample.console", "http://localhost:" + port));
  private final StandIn services = new StandIn();

  private Stage() {
    AdminConsole.application()
        .run(
            "--server.port=" + port,
            "--huiwei.sign-in.issuer=" + signIn.issuer(),
            "--huiwei.inventory=" + services.address(),
            "--huiwei.booking=" + services.address(),
            "--huiwei.console=" + address(""),
            "--spring.boot.admin.client.enabled=false");
  }

  public static Stage open() {
    return STAGE;
  }

  public String address(String path) {
    return "http://localhost:" + port + path;
  }

  public RunningSignIn signIn() {
    return signIn;
  }

  public StandIn services() {
    return services;
  }

  /** A browser that nobody has signed in with. */
  public Browser stranger() {
    return new Browser(address(""));
  }

  public Browser signedIn(String person) {
    var browser = stranger();
    browser.signIn(person);
    return browser;
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
