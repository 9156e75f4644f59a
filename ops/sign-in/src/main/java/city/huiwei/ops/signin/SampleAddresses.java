package city.huiwei.ops.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the local city's pages are.
 *
 * @param issuer this provider, as the tokens name it
 * @param booking the citizens' pages
 * @param console the operators' pages
 */
@ConfigurationProperties("sample")
record SampleAddresses(String issuer, String booking, String console) {

  /** The form may lead on to the two pages' addresses: browsers check each step of a redirect. */
  String contentSecurityPolicy() {
    return "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
        + " frame-ancestors 'none'; form-action 'self' "
        + booking
        + " "
        + console;
  }
}
