package city.huiwei.booking.application;

import city.huiwei.edge.Reason;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Tells what is wrong with the papers of an application before somebody finds it sound. Whoever
 * keeps papers says so by a bean, since they know of applications and not the other way round.
 */
@FunctionalInterface
public interface PaperChecking {

  /**
   * Why the papers of these kinds do not prove it yet, none when they do; until the transaction
   * ends that stays so.
   */
  Mono<List<Reason>> faults(UUID application, List<String> kinds);
}
