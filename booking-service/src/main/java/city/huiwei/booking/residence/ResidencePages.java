package city.huiwei.booking.residence;

import city.huiwei.booking.place.Finding;
import city.huiwei.edge.SignedIn;
import city.huiwei.inventory.contract.Place;
import city.huiwei.look.Pages;
import java.util.List;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Living there: what was agreed, what happened, and what comes next. */
@Pages
class ResidencePages {

  private final Residing residing;
  private final Finding finding;

  ResidencePages(Residing residing, Finding finding) {
    this.residing = residing;
    this.finding = finding;
  }

  /** A residence with its place, which is absent while inventory is away, and what happened. */
  record Lived(Residence residence, List<Place> places, List<Residences.Step> steps) {}

  @GetMapping("/applications/{id}/residence")
  Mono<String> of(SignedIn who, @PathVariable UUID id, Model model) {
    return residing
        .of(who, id)
        .flatMapMany(Flux::fromIterable)
        .concatMap(this::lived)
        .collectList()
        .doOnNext(all -> {
          model.addAttribute("id", id);
          model.addAttribute("residences", all);
        })
        .thenReturn("residence/mine");
  }

  private Mono<Lived> lived(Residence residence) {
    var place =
        finding
            .place(residence.pools().getFirst(), null, null)
            .onErrorResume(_ -> Mono.empty())
            .flux()
            .collectList();
    return place
        .zipWith(residing.steps(residence))
        .map(both -> new Lived(residence, both.getT1(), both.getT2()));
  }
}
