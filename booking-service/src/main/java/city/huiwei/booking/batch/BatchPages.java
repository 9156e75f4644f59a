package city.huiwei.booking.batch;

import city.huiwei.edge.SignedIn;
import city.huiwei.look.Pages;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** What is released, open to everyone; and one's own receipt and result. */
@Pages
class BatchPages {

  private final Displaying displaying;
  private final Batches batches;
  private final Revising revising;
  private final Attesting attesting;
  private final Rooms rooms;

  BatchPages(
      Displaying displaying, Batches batches, Revising revising, Attesting attesting, Rooms rooms) {
    this.displaying = displaying;
    this.batches = batches;
    this.revising = revising;
    this.attesting = attesting;
    this.rooms = rooms;
  }

  @GetMapping("/batches")
  Mono<String> all(
      @RequestParam(required = false) @Nullable UUID after, Locale locale, Model model) {
    return displaying
        .lines(after, locale)
        .doOnNext(lines -> {
          model.addAttribute("batches", lines);
          model.addAttribute("firstPage", after == null ? null : "/batches");
          model.addAttribute(
              "nextPage",
              lines.size() < Displaying.PAGE ? null : "/batches?after=" + lines.getLast().id());
        })
        .thenReturn("batch/all");
  }

  @GetMapping("/batches/{id}")
  Mono<String> one(@PathVariable UUID id, Locale locale, Model model) {
    return show(id, locale, model).thenReturn("batch/one");
  }

  @GetMapping("/batches/{id}/mine")
  Mono<String> mine(
      SignedIn who,
      @PathVariable UUID id,
      @RequestParam(name = "new", required = false) @Nullable String isNew,
      Locale locale,
      Model model) {
    return show(id, locale, model)
        .then(Mono.defer(() -> revising.mine(who, id)))
        .flatMap(attesting::receipt)
        .doOnNext(receipt -> {
          model.addAttribute("entry", receipt);
          model.addAttribute("fresh", isNew != null);
        })
        .thenReturn("batch/mine");
  }

  private Mono<Void> show(UUID id, Locale locale, Model model) {
    return displaying
        .one(id)
        .zipWhen(batch -> Mono.zip(rooms.names(batch, locale), batches.now()))
        .doOnNext(found -> {
          var now = found.getT2().getT2();
          model.addAttribute("batch", BatchText.line(found.getT1(), now, locale));
          model.addAttribute("rooms", found.getT2().getT1());
          model.addAttribute("now", now);
        })
        .then();
  }
}
