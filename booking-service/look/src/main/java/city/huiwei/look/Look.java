package city.huiwei.look;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.server.i18n.LocaleContextResolver;

/**
 * Gives a service the city's look: {@code @Import(Look.class)} on its main class and {@code
 * spring.messages.basename=…,look-messages} in its settings.
 *
 * <p>A service names its navigation once, in a layout of its own, and its pages fill that:
 *
 * <pre>{@code
 * <!-- templates/layout.html -->
 * <html th:fragment="page(title, main)"
 *       th:replace="~{look/page :: page('citizens', ${title}, ~{::nav}, ${main})}">
 *   <nav><a th:replace="~{look/parts :: tab('/places', #{layout.places})}"></a></nav>
 * </html>
 *
 * <!-- templates/booking/mine.html -->
 * <!doctype html>
 * <html th:replace="~{layout :: page(#{mine.title}, ~{::main})}">
 *   <main id="main">…</main>
 * </html>
 * }</pre>
 *
 * <p>The first argument is the audience: {@code citizens} (18 px, one narrow column) or {@code
 * operators} (15 px, dense, the whole width). The parts a page is made of are in {@code
 * templates/look/parts.html}; a controller of such pages is marked {@link Pages}.
 */
@Configuration(proxyBeanMethods = false)
@Import({LayoutModel.class, Readers.class, PreferencesPages.class})
public class Look {

  @Bean
  LocaleContextResolver localeContextResolver() {
    return new LanguageChoice();
  }
}
