package city.huiwei.ops.house.offence.here;

import reactor.core.publisher.Mono;

class Waiting {
  Object answer() {
    return Mono.just(1).block();
  }
}
