package city.huiwei.console.web;

import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Lets addresses write {@code no-show} where Java writes {@code NO_SHOW}. */
@Configuration(proxyBeanMethods = false)
class Addresses implements WebFluxConfigurer {

  @Override
  public void addFormatters(FormatterRegistry registry) {
    ApplicationConversionService.addApplicationConverters(registry);
  }
}
