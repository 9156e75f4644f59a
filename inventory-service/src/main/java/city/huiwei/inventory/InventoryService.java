package city.huiwei.inventory;

import city.huiwei.edge.DurableDatabase;
import city.huiwei.edge.Edge;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Starts inventory-service; its settings are in {@code inventory.yaml}. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({Edge.class, DurableDatabase.class})
public class InventoryService {

  public static SpringApplication application() {
    var application = new SpringApplication(InventoryService.class);
    application.setWebApplicationType(WebApplicationType.REACTIVE);
    application.setDefaultProperties(Map.of("spring.config.name", "inventory"));
    return application;
  }

  public static void main(String[] arguments) {
    application().run(arguments);
  }
}
