package city.huiwei.edge;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;

/** The door of a service; each service imports it. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableReactiveMethodSecurity
@EnableConfigurationProperties(SignInSettings.class)
@Import({
  Words.class,
  ProblemAnswers.class,
  StrictJson.class,
  SignedInArgument.class,
  RememberedSignIns.class,
  ApiSecurity.class,
  ClientRegistrations.class,
  ServiceTokens.class,
  ConsoleRegistration.class,
  CityTime.class,
  PageSecurity.class
})
public class Edge {}
