package city.huiwei.console;

import city.huiwei.edge.Edge;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The operators' pages and the administrators' view of the machines. */
@SpringBootApplication
@Import(Edge.class)
public class AdminConsole {

  /** Each service names its settings, so that two can live in one process. */
  public static SpringApplication application() {
    var application = new SpringApplication(AdminConsole.class);
    application.setDefaultProperties(Map.of("spring.config.name", "console"));
    return application;
  }

  /** Dates are the city's. */
  @Bean
  Clock clock() {
    return Clock.system(ZoneId.of("Asia/Shanghai"));
  }

  public static void main(String[] arguments) {
    application().run(arguments);
  }
}
