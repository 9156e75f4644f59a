package city.huiwei.console.residence;

import city.huiwei.booking.contract.ResidenceDesk;
import city.huiwei.booking.contract.ResidenceDesk.ResidenceFile;
import city.huiwei.booking.contract.ResidenceDesk.ResidenceLine;
import city.huiwei.booking.contract.ResidenceDesk.ResidenceList;
import city.huiwei.booking.contract.ResidenceDesk.Turn;
import city.huiwei.booking.contract.ResidenceDesk.Which;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Follows who moves in, lives there and leaves, step by step; empty: not here. */
@Component
class Admitting {

  private final ResidenceDesk desk;

  Admitting(ResidenceDesk desk) {
    this.desk = desk;
  }

  Mono<ResidenceList> look(Which which, @Nullable UUID after) {
    return desk.residences(which, after);
  }

  Mono<ResidenceFile> file(UUID residence) {
    return desk.file(residence);
  }

  Mono<ResidenceLine> take(UUID residence, Turn turn) {
    return desk.take(residence, turn);
  }
}
