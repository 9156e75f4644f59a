package city.huiwei.console.edit;

import city.huiwei.console.web.Refusals;
import city.huiwei.inventory.contract.StockDesk.SiteStock;
import city.huiwei.look.Mistake;
import city.huiwei.look.Pages;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A site with its units: a row becomes a form, and is a row again when it is saved. */
@Pages
class EditPages {

  private final Amending amending;

  EditPages(Amending amending) {
    this.amending = amending;
  }

  @GetMapping("/stock/sites")
  Mono<Rendering> sites() {
    return amending
        .sites()
        .map(sites -> Rendering.view("console/sites").modelAttribute("sites", sites).build());
  }

  @GetMapping("/stock/sites/{site}")
  Mono<Rendering> site(
      @PathVariable String site,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable String done) {
    return amending
        .stock(site, after)
        .map(stock -> {
          Rendering.Builder<?> page =
              page(stock, unit, Map.of(), List.of())
                  .modelAttribute("form", SiteForm.of(stock.site()));
          if (after != null) {
            page = page.modelAttribute("after", after);
          }
          return done == null ? page.build() : page.modelAttribute("done", done).build();
        })
        .switchIfEmpty(Refusals.notHere());
  }

  @PostMapping("/stock/sites/{site}")
  Mono<Rendering> site(@PathVariable String site, SiteForm form) {
    return amending
        .site(site, form)
        .map(_ -> Rendering.redirectTo("/stock/sites/" + site + "?done=site").build())
        .switchIfEmpty(Refusals.notHere())
        .onErrorResume(error ->
            Refusals.atTheirFields(error)
                .zipWith(amending.stock(site, null))
                .map(found ->
                    page(found.getT2(), null, Map.of(), found.getT1())
                        .status(HttpStatus.CONFLICT)
                        .modelAttribute("form", form)
                        .modelAttribute("tried", true)
                        .build()));
  }

  @PostMapping("/stock/sites/{site}/units/{unit}")
  Mono<Rendering> unit(
      @PathVariable String site, @PathVariable String unit, ServerWebExchange exchange) {
    return exchange
        .getFormData()
        .flatMap(posted -> {
          var form = UnitForm.of(posted.toSingleValueMap());
          return amending
              .unit(unit, form)
              .map(_ ->
                  Rendering.redirectTo("/stock/sites/" + site + "?done=unit&after=" + before(unit))
                      .build())
              .switchIfEmpty(Refusals.notHere())
              .onErrorResume(error ->
                  Refusals.of(error).flatMap(mistakes -> again(site, unit, form, mistakes)));
        });
  }

  /** What stands there now, with what was typed: whoever saves again has seen both. */
  private Mono<Rendering> again(String site, String unit, UnitForm form, List<Mistake> mistakes) {
    return amending
        .stock(site, before(unit))
        .map(stock ->
            page(stock, unit, form.typed(), mistakes)
                .status(HttpStatus.CONFLICT)
                .modelAttribute("form", SiteForm.of(stock.site()))
                .build());
  }

  private static Rendering.Builder<?> page(
      SiteStock stock, @Nullable String unit, Map<String, String> typed, List<Mistake> mistakes) {
    return Rendering.view("console/site")
        .modelAttribute("stock", stock)
        .modelAttribute(
            "lines",
            stock.units().stream()
                .map(each ->
                    UnitLine.of(each, each.unit().equals(unit) ? typed : Map.<String, String>of()))
                .toList())
        .modelAttribute("editing", unit == null ? "" : unit)
        .modelAttribute("mistakes", mistakes);
  }

  /** A page that begins with this unit. */
  private static String before(String unit) {
    return unit.isEmpty()
        ? unit
        : unit.substring(0, unit.length() - 1) + (char) (unit.charAt(unit.length() - 1) - 1);
  }
}
