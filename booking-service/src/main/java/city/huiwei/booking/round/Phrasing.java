package city.huiwei.booking.round;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.ApplicationState;
import city.huiwei.booking.application.Applying;
import city.huiwei.booking.application.Dossiers;
import city.huiwei.booking.childcare.ClassCount;
import city.huiwei.booking.childcare.Count;
import city.huiwei.booking.programme.Childcare;
import city.huiwei.edge.SignedIn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts children and classes in the words of a family's own pages. */
@Service
class Phrasing {

  private static final Set<ApplicationState> IN_ORDER =
      Set.of(ApplicationState.QUEUED, ApplicationState.BOOKED);
  private static final Set<ApplicationState> TO_COME =
      Set.of(ApplicationState.DRAFT, ApplicationState.SUBMITTED, ApplicationState.VERIFIED);

  private final Applying applying;
  private final Dossiers dossiers;

  Phrasing(Applying applying, Dossiers dossiers) {
    this.applying = applying;
    this.dossiers = dossiers;
  }

  /**
   * One's own child.
   *
   * @param mayEnter its papers are in order, or it has a place already
   */
  record Child(UUID id, String reference, String name, boolean mayEnter) {}

  /** A class in one line. */
  record Option(
      String pool,
      String site,
      String type,
      int fromMonth,
      int toMonth,
      String district,
      int places,
      int seated) {}

  /** The account's children in childcare that can take part, now or once they are checked. */
  Mono<List<Child>> children(SignedIn who) {
    return applying
        .mine(who, null)
        .map(mine ->
            mine.stream()
                .filter(it -> it.programme().equals(Childcare.CODE))
                .filter(it -> IN_ORDER.contains(it.state()) || TO_COME.contains(it.state()))
                .map(this::child)
                .toList());
  }

  /** Those of these ids, in their order; a problem when one is not theirs. */
  Mono<List<Child>> children(SignedIn who, List<UUID> ids) {
    return Flux.fromIterable(ids)
        .concatMap(id -> applying.own(who, id))
        .map(this::child)
        .collectList();
  }

  private Child child(Application it) {
    var name = dossiers.open(it).answers().text("child.name").orElse("");
    return new Child(it.id(), it.reference(), name, IN_ORDER.contains(it.state()));
  }

  /** Classes by code, in words. */
  static Map<String, Option> options(Count count, Locale locale) {
    return count.classes().stream()
        .map(each -> option(each, locale))
        .collect(toMap(Option::pool, each -> each));
  }

  private static Option option(ClassCount count, Locale locale) {
    var it = count.of();
    return new Option(
        it.pool(),
        count.place().siteName().in(locale),
        it.ages().type(),
        it.ages().fromMonth(),
        it.ages().toMonth(),
        it.district(),
        count.capacity().places(),
        count.seated());
  }

  /** For each child, the classes of its age on the round's day, by district. */
  Mono<List<Map<String, List<Option>>>> fitting(
      SignedIn who, List<UUID> children, Count count, Locale locale) {
    return Flux.fromIterable(children)
        .concatMap(id -> applying.own(who, id))
        .map(child -> fitting(child, count, locale))
        .collectList();
  }

  private static Map<String, List<Option>> fitting(Application child, Count count, Locale locale) {
    var need = child.need();
    return count.classes().stream()
        .filter(each -> need != null && each.of().ages().takes(Childcare.bornIn(need), count.day()))
        .map(each -> option(each, locale))
        .sorted(Comparator.comparing(Option::site).thenComparing(Option::pool))
        .collect(groupingBy(Option::district, TreeMap::new, toList()));
  }

  /**
   * A choice with its rank, in words.
   *
   * @param options one a child; absent where none is wanted for it
   */
  record Ranked(int rank, String text, List<@Nullable Option> options) {}

  static List<Ranked> ranked(RankForm form, Map<String, Option> known) {
    var ranked = new ArrayList<Ranked>();
    for (var text : form.choices()) {
      var options = new ArrayList<@Nullable Option>();
      for (var pool : text.split(" ")) {
        options.add(known.get(pool));
      }
      ranked.add(new Ranked(ranked.size() + 1, text, options));
    }
    return ranked;
  }
}
