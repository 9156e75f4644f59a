package city.huiwei.ops.bench.comparator;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 201 with the booking's number, or 409 when the person has one or a night is full. */
@RestController
class BookController {

  private final Taking taking;

  BookController(Taking taking) {
    this.taking = taking;
  }

  record Booked(long booking) {}

  @PostMapping("/book")
  Mono<ResponseEntity<Booked>> book(@RequestBody Wish wish) {
    return taking
        .take(wish)
        .map(number -> ResponseEntity.status(HttpStatus.CREATED).body(new Booked(number)))
        .defaultIfEmpty(ResponseEntity.status(HttpStatus.CONFLICT).build());
  }
}
