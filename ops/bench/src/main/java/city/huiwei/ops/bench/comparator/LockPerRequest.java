package city.huiwei.ops.bench.comparator;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Books as many services do: a Redis lock for the pool, a transaction, the answer. On the services'
 * own stack and as well set up as theirs; without sign-in, seating, intent or trace, so that what
 * it does less is to its advantage.
 */
@SpringBootApplication
class LockPerRequest {

  public static void main(String[] arguments) {
    new SpringApplicationBuilder(LockPerRequest.class)
        .properties(
            "spring.config.name=comparator",
            "spring.main.banner-mode=off",
            "spring.r2dbc.url=r2dbc:postgresql://${comparator.database}?schema=yardstick",
            "spring.r2dbc.username=postgres",
            "spring.r2dbc.pool.initial-size=4",
            "spring.r2dbc.pool.max-size=16")
        .run(arguments);
  }
}
