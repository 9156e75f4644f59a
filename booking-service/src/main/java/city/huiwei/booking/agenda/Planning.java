package city.huiwei.booking.agenda;

import city.huiwei.booking.agenda.Entry.Certainty;
import city.huiwei.booking.agenda.Entry.When;
import city.huiwei.booking.booking.Keeping;
import city.huiwei.booking.contract.Booking;
import city.huiwei.booking.offer.Answering;
import city.huiwei.booking.offer.Offer;
import city.huiwei.booking.place.Finding;
import city.huiwei.booking.residence.Residence;
import city.huiwei.booking.residence.ResidenceState;
import city.huiwei.booking.residence.Residing;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.SignedIn;
import city.huiwei.inventory.contract.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts into a calendar what somebody has ahead: a stay, an answer to give, a day to come. */
@Service
class Planning {

  /** Of an application's sites, so many are looked up. */
  private static final int MOST_SITES = 10;

  private final Keeping keeping;
  private final Answering answering;
  private final Residing residing;
  private final Finding finding;
  private final MessageSource messages;

  Planning(
      Keeping keeping,
      Answering answering,
      Residing residing,
      Finding finding,
      MessageSource messages) {
    this.keeping = keeping;
    this.answering = answering;
    this.residing = residing;
    this.finding = finding;
    this.messages = messages;
  }

  Mono<Agenda> booking(SignedIn who, UUID id, Locale locale) {
    return keeping
        .one(who, id)
        .switchIfEmpty(Mono.error(ProblemException::notFound))
        .zipWhen(booking -> place(booking.pool()))
        .map(both -> new Agenda(List.of(stay(both.getT1(), both.getT2().orElse(null), locale))));
  }

  private Entry stay(Booking booking, @Nullable Place place, Locale locale) {
    var certainty =
        switch (booking.status()) {
          case REQUESTED -> Certainty.NOT_YET;
          case CONFIRMED, CHECKED_IN, DEPARTED -> Certainty.SURE;
          case REFUSED, CANCELLED, NO_SHOW -> Certainty.CALLED_OFF;
        };
    return new Entry(
        booking.id().toString(),
        said("stay", locale),
        where(place, locale),
        new When.Days(booking.from(), booking.to()),
        certainty);
  }

  /** The offer that waits for an answer, and the days of what came of others. */
  Mono<Agenda> application(SignedIn who, UUID id, Locale locale) {
    return Mono.zip(answering.of(who, id).collectList(), residing.of(who, id))
        .flatMap(both ->
            places(both.getT1(), both.getT2())
                .map(places -> {
                  var offers = both.getT1().stream().flatMap(it -> answer(it, places, locale));
                  var days = both.getT2().stream().flatMap(it -> days(it, places, locale).stream());
                  return new Agenda(Stream.concat(offers, days).toList());
                }));
  }

  private Stream<Entry> answer(Offer offer, Map<String, Place> places, Locale locale) {
    return offer.state() == Offer.State.OPEN
        ? Stream.of(
            new Entry(
                offer.id() + "-answer",
                said("answer", locale),
                where(places.get(offer.pools().getFirst()), locale),
                new When.Moment(offer.deadline()),
                Certainty.SURE))
        : Stream.empty();
  }

  private List<Entry> days(Residence residence, Map<String, Place> places, Locale locale) {
    var days = new ArrayList<Entry>();
    var where = where(places.get(residence.pools().getFirst()), locale);
    var state = residence.state();
    add(days, residence, "begins", residence.begins(), where, locale);
    add(days, residence, "ends", residence.ends(), where, locale);
    if (state == ResidenceState.PUBLISHED) {
      add(days, residence, "public", residence.until(), where, locale);
    }
    if (state == ResidenceState.ON_LEAVE) {
      add(days, residence, "return", residence.until(), where, locale);
    }
    if (state != ResidenceState.LEFT) {
      add(days, residence, "check", residence.lookDue(), where, locale);
    }
    return days;
  }

  private void add(
      List<Entry> days,
      Residence residence,
      String what,
      @Nullable LocalDate day,
      @Nullable String where,
      Locale locale) {
    if (day != null) {
      var isAhead = what.equals("begins") && !residence.state().isMovedIn();
      days.add(
          new Entry(
              residence.id() + "-" + what,
              said(what, locale),
              where,
              When.Days.only(day),
              isAhead ? Certainty.NOT_YET : Certainty.SURE));
    }
  }

  private Mono<Map<String, Place>> places(List<Offer> offers, List<Residence> residences) {
    var pools =
        Stream.concat(
            offers.stream().filter(it -> it.state() == Offer.State.OPEN).map(Offer::pools),
            residences.stream().map(Residence::pools));
    return Flux.fromStream(pools.map(List::getFirst).distinct().limit(MOST_SITES))
        .concatMap(this::place)
        .flatMap(Mono::justOrEmpty)
        .collectMap(Place::pool);
  }

  /** A calendar is made even while inventory is away. */
  private Mono<Optional<Place>> place(String pool) {
    return finding
        .place(pool, null, null)
        .map(Optional::of)
        .onErrorResume(_ -> Mono.empty())
        .defaultIfEmpty(Optional.empty());
  }

  private static @Nullable String where(@Nullable Place place, Locale locale) {
    return place == null ? null : place.siteName().in(locale) + ", " + place.address();
  }

  private String said(String what, Locale locale) {
    return messages.getMessage("agenda." + what, null, locale);
  }
}
