package city.huiwei.booking.booking;

import city.huiwei.edge.ProblemException;
import city.huiwei.inventory.contract.HoldAnswer;
import city.huiwei.inventory.contract.HoldEnd;
import city.huiwei.inventory.contract.HoldRequest;
import city.huiwei.inventory.contract.Inventory;
import city.huiwei.inventory.contract.Refusal;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Takes a written booking the steps that are left: asks inventory and writes what it said. Each
 * step may be taken twice with one effect, so that anybody may drive on what somebody else began.
 */
@Service
class Driving {

  private final Bookings bookings;
  private final Changes changes;
  private final Inventory inventory;

  Driving(Bookings bookings, Changes changes, Inventory inventory) {
    this.bookings = bookings;
    this.changes = changes;
    this.inventory = inventory;
  }

  /** The booking with its answer, once nothing is left to be done. */
  Mono<Intent> drive(Intent intent) {
    return switch (intent.status()) {
      case REQUESTED -> askForTheHold(intent);
      case CONFIRMED, REFUSED, CANCELLED, CHECKED_IN, DEPARTED, NO_SHOW -> settleTheHold(intent);
    };
  }

  private Mono<Intent> askForTheHold(Intent intent) {
    var request = new HoldRequest(intent.pool(), intent.asked().from(), intent.asked().to(), null);
    return inventory
        .hold(intent.id(), request)
        .flatMap(answer ->
            switch (answer) {
              case HoldAnswer.Held _ -> changes.confirm(intent.id());
              case HoldAnswer.Refused refused -> changes.refuse(intent.id(), codes(refused));
              case HoldAnswer.Unanswered _ ->
                  Mono.error(ProblemException.busy(Duration.ofSeconds(1)));
            })
        // Somebody else took this step; what they wrote is the answer.
        .switchIfEmpty(Mono.defer(() -> bookings.one(intent.id())));
  }

  private Mono<Intent> settleTheHold(Intent intent) {
    return switch (intent.holdDue()) {
      case null -> Mono.just(intent);
      case RELEASE ->
          inventory.release(intent.id()).then(changes.holdSettled(intent.id())).thenReturn(intent);
      case END ->
          inventory
              .end(intent.id(), new HoldEnd(intent.period().to()))
              .then(changes.holdSettled(intent.id()))
              .thenReturn(intent);
    };
  }

  private static List<String> codes(HoldAnswer.Refused refused) {
    return refused.reasons().stream().map(Refusal::name).toList();
  }
}
