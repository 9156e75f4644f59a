package city.huiwei.ops.signin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The provider as a program, and as a part of a test. What Spring brings in is listed by name: in a
 * test's JVM the class path also holds what the reactive services need.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@ConfigurationPropertiesScan
@ImportAutoConfiguration({
  ConfigurationPropertiesAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  MessageSourceAutoConfiguration.class,
  OAuth2AuthorizationServerAutoConfiguration.class,
  OAuth2AuthorizationServerJwtAutoConfiguration.class,
  PropertyPlaceholderAutoConfiguration.class,
  SecurityAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class,
  ServletWebSecurityAutoConfiguration.class,
  ThymeleafAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  WebMvcAutoConfiguration.class
})
public class SampleSignIn {

  public static void main(String[] arguments) {
    run(arguments);
  }

  /**
   * Starts one in this process.
   *
   * @param port 0 for a free one
   * @param settings such as {@code sample.booking}, the base address of the citizens' pages
   */
  public static RunningSignIn start(int port, Map<String, String> settings) {
    // The issuer is an address, so the port must be known before the start.
    var chosen = port == 0 ? freePort() : port;
    var all = new HashMap<>(settings);
    all.put("server.port", Integer.toString(chosen));
    var arguments =
        all.entrySet().stream().map(each -> "--" + each.getKey() + "=" + each.getValue());
    return new RunningSignIn(run(arguments.toArray(String[]::new)), chosen);
  }

  private static ConfigurableApplicationContext run(String[] arguments) {
    return new SpringApplicationBuilder(SampleSignIn.class)
        .web(WebApplicationType.SERVLET)
        .properties("spring.config.name=sign-in")
        .run(arguments);
  }

  /** Below the ports that systems give to outgoing connections, which may take one meanwhile. */
  private static int freePort() {
    return ThreadLocalRandom.current()
        .ints(15_000, 32_000)
        .filter(SampleSignIn::isFree)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
