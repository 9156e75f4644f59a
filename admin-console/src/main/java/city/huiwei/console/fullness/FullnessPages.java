package city.huiwei.console.fullness;

import city.huiwei.console.web.Refusals;
import city.huiwei.edge.SignedIn;
import city.huiwei.edge.SignedIn.Role;
import city.huiwei.inventory.contract.OccupancyFigures;
import city.huiwei.inventory.contract.OccupancyFigures.By;
import city.huiwei.look.Pages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How full it is: from the city to a district, an operator, a site and a floor. */
@Pages
class FullnessPages {

  /** As a program reads them, whatever the reader's language. */
  private static final List<String> COLUMNS =
      List.of(
          "key",
          "name",
          "units",
          "taken_tonight",
          "blocked_tonight",
          "taken_14_nights",
          "blocked_14_nights",
          "taken_90_nights",
          "blocked_90_nights",
          "square_metres",
          "square_metres_taken",
          "reported_at");

  private final Measuring measuring;

  /**
   * @param of the site that is as it stands here
   */
  record Tap(@Nullable String of) {}

  FullnessPages(Measuring measuring) {
    this.measuring = measuring;
  }

  @GetMapping("/occupancy/levels")
  Mono<Rendering> levels(Level level, SignedIn person, Locale locale) {
    var asked = level.programme();
    var programme = asked == null ? measuring.programmes().getFirst() : asked;
    if (!measuring.programmes().contains(programme)) {
      return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
    return Mono.zip(
            measuring.figures(programme, level),
            measuring.trend(programme, level),
            measuring.reserve(programme))
        .map(found -> {
          var page =
              page(found.getT1(), level, locale)
                  .modelAttribute(
                      "mayReport", person.is(Role.CASEWORKER) || person.is(Role.MANAGER));
          found.getT2().ifPresent(trend -> page.modelAttribute("trend", trend));
          found.getT3().ifPresent(reserve -> page.modelAttribute("reserve", reserve));
          return page.build();
        });
  }

  /** The same figures for a spreadsheet, line by line; nobody is named in them. */
  @GetMapping(path = "/occupancy/levels.csv", produces = "text/csv;charset=UTF-8")
  @ResponseBody
  Flux<String> sheet(Level level, Locale locale) {
    var asked = level.programme();
    if (asked == null || !measuring.programmes().contains(asked)) {
      return Flux.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
    return measuring
        .figures(asked, level)
        .flatMapMany(figures ->
            Flux.concat(
                Flux.just(Csv.BEGINNING + Csv.line(COLUMNS.toArray())),
                Flux.fromIterable(figures.lines()).map(line -> csv(line, locale))));
  }

  private static String csv(OccupancyFigures.Line line, Locale locale) {
    var name = line.name();
    return Csv.line(
        line.key(),
        name == null ? "" : name.in(locale),
        line.units(),
        line.tonight().taken(),
        line.tonight().blocked(),
        line.fortnight().taken(),
        line.fortnight().blocked(),
        line.quarter().taken(),
        line.quarter().blocked(),
        line.squareMetres(),
        line.squareMetresTaken(),
        line.reportedAt());
  }

  /** What stands here is still so: one tap, and back to where one was. */
  @PostMapping("/occupancy/levels/report")
  Mono<Rendering> report(Tap tap, Level level) {
    var site = tap.of();
    return measuring
        .report(site == null ? "" : site)
        .map(_ -> Rendering.redirectTo(address(level)).build())
        .switchIfEmpty(Refusals.notHere());
  }

  private Rendering.Builder<?> page(OccupancyFigures figures, Level level, Locale locale) {
    return Rendering.view("console/fullness")
        .modelAttribute("programmes", measuring.programmes())
        .modelAttribute("figures", figures)
        .modelAttribute("level", level)
        .modelAttribute("ways", ways(level))
        .modelAttribute(
            "lines", figures.lines().stream().map(line -> Fill.of(line, locale)).toList())
        .modelAttribute("together", Fill.together(figures.lines()));
  }

  private static List<By> ways(Level level) {
    return Arrays.stream(By.values()).filter(by -> by != By.FLOOR || level.site() != null).toList();
  }

  private static String address(Level level) {
    var address =
        UriComponentsBuilder.fromPath("/occupancy/levels").queryParam("by", level.shownBy());
    parameter(address, "programme", level.programme());
    parameter(address, "district", level.district());
    parameter(address, "operator", level.operator());
    parameter(address, "site", level.site());
    return address.encode().build().toUriString();
  }

  private static void parameter(UriComponentsBuilder address, String name, @Nullable String value) {
    if (value != null) {
      address.queryParam(name, value);
    }
  }
}
