package city.huiwei.console.chart;

import city.huiwei.console.web.Refusals;
import city.huiwei.inventory.contract.UnitChart;
import city.huiwei.look.Mistake;
import city.huiwei.look.Pages;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The chart of a site, live: select a stay or a unit, choose, confirm. */
@Pages
class ChartPages {

  private final Charting charting;
  private final Disposing disposing;
  private final MessageSource words;

  ChartPages(Charting charting, Disposing disposing, MessageSource words) {
    this.charting = charting;
    this.disposing = disposing;
    this.words = words;
  }

  /** A form of the chart as it was sent, and the language of who sent it. */
  private record Sent(String site, ChartScope scope, Wish wish, Locale locale) {

    UUID stay() {
      var stay = scope.stay();
      return stay == null ? new UUID(0, 0) : stay;
    }
  }

  @GetMapping("/chart")
  Mono<Rendering> sites() {
    return charting
        .sites()
        .map(sheets ->
            Rendering.view("console/chart-sites").modelAttribute("sheets", sheets).build());
  }

  @GetMapping("/chart/{site}")
  Mono<Rendering> chart(
      @PathVariable String site,
      ChartScope scope,
      @RequestParam(required = false) @Nullable String done,
      Locale locale) {
    return page(site, scope, List.of(), locale)
        .map(page -> done == null ? page : page.modelAttribute("done", done))
        .map(Rendering.Builder::build)
        .switchIfEmpty(Refusals.notHere());
  }

  /** Only what changes, for the page to put in its place. */
  @GetMapping("/chart/{site}/table")
  Mono<Rendering> table(@PathVariable String site, ChartScope scope, Locale locale) {
    return charting
        .chart(site, scope)
        .<Rendering>map(chart ->
            Rendering.view("console/chart :: table")
                .modelAttribute("chart", chart)
                .modelAttribute("scope", scope)
                .modelAttribute("cells", cells(locale))
                .build())
        .switchIfEmpty(Refusals.notHere());
  }

  @GetMapping(path = "/chart/{site}/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @ResponseBody
  Flux<ServerSentEvent<String>> changes(@PathVariable String site) {
    return charting.news(site);
  }

  @PostMapping("/chart/{site}/move")
  Mono<Rendering> move(@PathVariable String site, ChartScope scope, Wish wish, Locale locale) {
    var sent = new Sent(site, scope, wish, locale);
    return done(sent, "moved", disposing.move(sent.stay(), wish));
  }

  @PostMapping("/chart/{site}/exchange")
  Mono<Rendering> exchange(@PathVariable String site, ChartScope scope, Wish wish, Locale locale) {
    var sent = new Sent(site, scope, wish, locale);
    return done(sent, "exchanged", disposing.exchange(sent.stay(), wish));
  }

  @PostMapping("/chart/{site}/pin")
  Mono<Rendering> pin(@PathVariable String site, ChartScope scope, Wish wish, Locale locale) {
    var sent = new Sent(site, scope, wish, locale);
    var pinned = wish.wantsPin();
    return done(sent, pinned ? "pinned" : "unpinned", disposing.pin(sent.stay(), pinned));
  }

  @PostMapping("/chart/{site}/block")
  Mono<Rendering> block(@PathVariable String site, ChartScope scope, Wish wish, Locale locale) {
    var unit = scope.unit();
    return done(
        new Sent(site, scope, wish, locale),
        "blocked",
        disposing.block(unit == null ? "" : unit, wish));
  }

  @PostMapping("/chart/{site}/unblock")
  Mono<Rendering> unblock(@PathVariable String site, ChartScope scope, Wish wish, Locale locale) {
    var sent = new Sent(site, scope, wish, locale);
    return done(sent, "unblocked", disposing.unblock(sent.stay()));
  }

  /** Back to the chart, or the same page with all that stands against it. */
  private Mono<Rendering> done(Sent sent, String word, Mono<UnitChart.Arranged> step) {
    return step.<Rendering>map(
            _ -> Rendering.redirectTo(address(sent.site(), sent.scope(), word)).build())
        .switchIfEmpty(Refusals.notHere())
        .onErrorResume(error ->
            Refusals.of(error)
                .flatMap(mistakes -> page(sent.site(), sent.scope(), mistakes, sent.locale()))
                .map(page ->
                    page.status(HttpStatus.CONFLICT).modelAttribute("wish", sent.wish()).build())
                .switchIfEmpty(Refusals.notHere()));
  }

  private Mono<Rendering.Builder<?>> page(
      String site, ChartScope scope, List<Mistake> mistakes, Locale locale) {
    return charting
        .chart(site, scope)
        .map(chart -> {
          var selected = Selected.of(chart, scope, UuidCreator.getTimeOrderedEpoch());
          var page =
              Rendering.view("console/chart")
                  .modelAttribute("chart", chart)
                  .modelAttribute("scope", scope)
                  .modelAttribute("cells", cells(locale))
                  .modelAttribute("mistakes", mistakes);
          return selected == null ? page : page.modelAttribute("selected", selected);
        });
  }

  private Cells cells(Locale locale) {
    return new Cells(
        Cells.WORDS.stream()
            .collect(
                Collectors.toMap(
                    word -> word, word -> words.getMessage("chart." + word, null, locale))));
  }

  private static String address(String site, ChartScope scope, String done) {
    var address =
        UriComponentsBuilder.fromPath("/chart/{site}")
            .queryParam("nights", scope.nightsShown())
            .queryParam("done", done);
    if (scope.from() != null) {
      address.queryParam("from", scope.from());
    }
    if (scope.pool() != null) {
      address.queryParam("pool", scope.pool());
    }
    return address.encode().buildAndExpand(site).toUriString();
  }
}
