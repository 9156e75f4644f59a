package city.huiwei.edge.testing;

import java.time.Duration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * Gives a service event loops of its own, which end at once with it. Otherwise the first service
 * that stops takes those of all the others in its JVM along, two seconds after it was asked to.
 */
public final class OwnThreads
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext service) {
    service.addBeanFactoryPostProcessor(beans -> {
      var threads = new ReactorResourceFactory();
      threads.setUseGlobalResources(false);
      threads.setShutdownQuietPeriod(Duration.ZERO);
      threads.afterPropertiesSet();
      beans.registerSingleton("reactorResourceFactory", threads);
    });
  }
}
