package city.huiwei.booking.place;

import city.huiwei.booking.programme.Programmes;
import city.huiwei.look.Pages;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** The front page: the programmes, what each offers and how much of it there is. */
@Pages
class HomePages {

  private final Programmes programmes;
  private final Surveying surveying;

  HomePages(Programmes programmes, Surveying surveying) {
    this.programmes = programmes;
    this.surveying = surveying;
  }

  @GetMapping("/")
  Rendering home() {
    return Rendering.view("place/home")
        .modelAttribute("programmes", programmes.all())
        .modelAttribute("tonight", surveying.all())
        .build();
  }
}
