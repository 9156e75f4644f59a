package city.huiwei.ops.signin;

import org.springframework.context.ConfigurableApplicationContext;

/** A provider that runs in this process. */
public final class RunningSignIn implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final int port;

  RunningSignIn(ConfigurableApplicationContext context, int port) {
    this.context = context;
    this.port = port;
  }

  public int port() {
    return port;
  }

  /** As the services' setting {@code huiwei.sign-in.issuer} wants it. */
  public String issuer() {
    return context.getBean(SampleAddresses.class).issuer();
  }

  /** An access token of a sample person, such as {@code graduate-00001}. */
  public String token(String person) {
    return context.getBean(SampleTokens.class).of(person).orElseThrow();
  }

  /** An access token of a sample person that was good until yesterday. */
  public String expiredToken(String person) {
    return context.getBean(SampleTokens.class).expired(person).orElseThrow();
  }

  /** An access token such as a service gets for itself, with the role {@code service}. */
  public String serviceToken(String client) {
    return context.getBean(SampleTokens.class).ofService(client);
  }

  @Override
  public void close() {
    context.close();
  }
}
