package city.huiwei.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The OpenID provider and this service's client there.
 *
 * @param issuer its address, as tokens name it
 * @param client this service's client id
 * @param secret this service's client secret
 */
@ConfigurationProperties("huiwei.sign-in")
public record SignInSettings(String issuer, String client, String secret) {

  /** Never prints the secret. */
  @Override
  public String toString() {
    return client + " at " + issuer;
  }
}
