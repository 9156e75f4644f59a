package city.huiwei.booking.batch;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.booking.Reference;
import city.huiwei.booking.contract.BatchDesk.CodeList;
import city.huiwei.booking.contract.BatchDesk.RoomLine;
import city.huiwei.booking.contract.BatchDraft;
import city.huiwei.booking.person.Account;
import city.huiwei.booking.place.Listing;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.SignedIn;
import city.huiwei.inventory.contract.Name;
import city.huiwei.inventory.contract.Place;
import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes what staff propose to release, once nothing is wrong with it. */
@Service
class Drafting {

  private final Drafts drafts;
  private final Batches batches;
  private final Invitations invitations;
  private final Listing listing;
  private final BatchRules rules;
  private final String programme;
  private final Clock clock;
  private final TransactionalOperator transaction;
  private final SecureRandom random = new SecureRandom();

  Drafting(
      Drafts drafts,
      Batches batches,
      Invitations invitations,
      Listing listing,
      BatchRules rules,
      Programmes programmes,
      Clock clock,
      TransactionalOperator transaction) {
    this.drafts = drafts;
    this.batches = batches;
    this.invitations = invitations;
    this.listing = listing;
    this.rules = rules;
    this.programme = programmes.graduateHousing().code();
    this.clock = clock;
    this.transaction = transaction;
  }

  /** What is written, and the codes of its lists, which are nowhere else. */
  record Written(UUID batch, List<CodeList> lists) {}

  Mono<Written> draft(SignedIn staff, BatchDraft asked) {
    return own(staff)
        .zipWith(batches.now(), (own, now) -> new DraftCheck(rules, own, now, clock.getZone()))
        .flatMap(check -> {
          var reasons = check.reasons(asked);
          return reasons.isEmpty()
              ? write(staff, draft(asked, check.own()))
              : Mono.error(
                  new ProblemException(
                      HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", reasons));
        });
  }

  Mono<List<RoomLine>> rooms(SignedIn staff, Locale locale) {
    return own(staff)
        .map(own ->
            own.values().stream()
                .sorted(Comparator.comparing(Place::district).thenComparing(Place::pool))
                .map(place ->
                    new RoomLine(
                        place.pool(),
                        place.siteName().in(locale),
                        place.district(),
                        String.valueOf(place.features().get("roomType")),
                        place.units()))
                .toList());
  }

  /** The pools of the operator's sites. */
  private Mono<Map<String, Place>> own(SignedIn staff) {
    return listing
        .all(programme)
        .map(places ->
            places.stream()
                .filter(place -> staff.worksFor(place.operator()))
                .collect(Collectors.toMap(Place::pool, Function.identity())));
  }

  private Mono<Written> write(SignedIn staff, Draft draft) {
    var id = UuidCreator.getTimeOrderedEpoch();
    var origin =
        new Drafts.Origin(
            id, programme, requireNonNull(staff.operator()), Account.of(staff), rules.version());
    var lists = draft.allotments().stream().map(this::list).toList();
    return drafts
        .add(origin, draft)
        .thenMany(Flux.fromIterable(lists))
        .concatMap(list -> invitations.add(id, list.allotment(), list.codes()))
        .then(Mono.just(new Written(id, lists)))
        .as(transaction::transactional);
  }

  private CodeList list(Draft.Listed listed) {
    var codes =
        Stream.generate(() -> Reference.random(random)).distinct().limit(listed.places()).toList();
    return new CodeList(listed.allotment().code(), listed.allotment().name(), codes);
  }

  private static Draft draft(BatchDraft asked, Map<String, Place> own) {
    return new Draft(
        new Name(stripped(asked.nameZh()), stripped(asked.nameEn())),
        requireNonNull(asked.way()),
        DraftCheck.scheduleOf(asked).orElse(null),
        requireNonNull(asked.reserveOrder()),
        asked.parts().stream().map(part -> part(part, own)).toList(),
        asked.reserves().stream().map(Drafting::reserve).toList(),
        IntStream.range(0, asked.allotments().size())
            .mapToObj(i -> listed(i, asked.allotments().get(i)))
            .toList());
  }

  private static Part part(BatchDraft.DraftPart part, Map<String, Place> own) {
    var pool = requireNonNull(part.pool());
    return new Part(
        pool,
        requireNonNull(own.get(pool)).site(),
        part.units(),
        requireNonNull(part.from()),
        requireNonNull(part.to()));
  }

  private static Reserve reserve(BatchDraft.DraftReserve reserve) {
    return new Reserve(
        Category.named(String.valueOf(reserve.category())).orElseThrow(), reserve.units());
  }

  private static Draft.Listed listed(int index, BatchDraft.DraftAllotment allotment) {
    return new Draft.Listed(
        new Allotment(
            "list-" + (index + 1),
            stripped(allotment.name()),
            requireNonNull(allotment.pool()),
            allotment.units()),
        allotment.places());
  }

  private static String stripped(@Nullable String text) {
    return requireNonNull(text).strip();
  }
}
