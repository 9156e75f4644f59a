package city.huiwei.console;

import city.huiwei.edge.Edge;
import city.huiwei.look.Look;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The operators' pages and the administrators' view of the machines. */
@SpringBootApplication
@Import({Edge.class, Look.class})
public class AdminConsole {

  /** Each service names its settings, so that two can live in one process. */
  public static SpringApplication application() {
    var application = new SpringApplication(AdminConsole.class);
    application.setWebApplicationType(WebApplicationType.REACTIVE);
    application.setDefaultProperties(Map.of("spring.config.name", "console"));
    return application;
  }

  public static void main(String[] arguments) {
    application().run(arguments);
  }
}
