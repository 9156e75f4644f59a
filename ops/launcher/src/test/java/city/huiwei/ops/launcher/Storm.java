package city.huiwei.ops.launcher;

import city.huiwei.ops.launcher.Insisting.Heard;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * Many people and operators who all do something at once, by a plan that follows from a seed, while
 * parts of the city fail. It remembers what everybody was told.
 */
final class Storm {

  private static final int AT_ONCE = 32;

  /** A part that is killed again too soon would be left dead by the launcher. */
  private static final int MOST_DEEDS_BETWEEN_FAULTS = 25_000;

  private final SharedCity city;
  private final StormSite site;
  private final long seed;
  private final int deeds;
  private final List<StormFault> faults;
  private final LocalDate today = Rooms.today();
  private final List<String> people;
  private final String caseworker;

  private final Queue<Told> told = new ConcurrentLinkedQueue<>();
  private final Set<String> refusedKeys = ConcurrentHashMap.newKeySet();
  private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
  private final Map<String, LongAdder> tally = new ConcurrentHashMap<>();

  private final Some<Kept> bookings = new Some<>();
  private final Some<Told> arrivals = new Some<>();
  private final Some<UUID> blocks = new Some<>();
  private final ReentrantLock oneFaultAtATime = new ReentrantLock();

  /** A booking and the token of whose it is. */
  private record Kept(Told told, String token) {}

  Storm(SharedCity city, StormSite site, long seed, int deeds) {
    this.city = city;
    this.site = site;
    this.seed = seed;
    this.deeds = deeds;
    this.faults = StormFault.of(seed, deeds);
    this.people =
        IntStream.iterate(600_001, number -> number + 1)
            // Numbers that end in 00 have no verified graduation.
            .filter(number -> number % 100 != 0)
            // Nights of guests who have left or never came do not come back.
            .limit(200 + deeds / 100)
            .parallel()
            .mapToObj(number -> city.caller("graduate-" + number).token())
            .toList();
    this.caseworker = city.caller("caseworker-" + StormSite.OPERATOR).token();
  }

  /** Returns when all is done; fails with the first that could not be done at all. */
  void blow() throws InterruptedException, ExecutionException {
    var next = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var workers = new ArrayList<Future<?>>();
      for (int n = 0; n < AT_ONCE; n++) {
        workers.add(
            threads.submit(() -> {
              try {
                for (int number; (number = next.getAndIncrement()) < deeds; ) {
                  doWhatIsPlanned(number, threads);
                }
                return null;
              } finally {
                // Either nothing is left, or this one failed and nobody else begins anything.
                next.set(deeds);
              }
            }));
      }
      for (var worker : workers) {
        worker.get();
      }
    }
  }

  Collection<Told> told() {
    return told;
  }

  /** Keys that were answered "no". */
  Collection<String> refusedKeys() {
    return refusedKeys;
  }

  /** Answers that nobody should get. */
  Collection<String> surprises() {
    return surprises;
  }

  /** What was to go wrong. */
  List<StormFault> faults() {
    return faults;
  }

  /** How often what came of which kind of deed. */
  Map<String, Long> tally() {
    var sums = new TreeMap<String, Long>();
    tally.forEach((what, count) -> sums.put(what, count.sum()));
    return sums;
  }

  private void doWhatIsPlanned(int number, ExecutorService threads) throws Exception {
    int between = Math.min(deeds / (faults.size() + 1) + 1, MOST_DEEDS_BETWEEN_FAULTS);
    if (number % between == between - 1) {
      fail(faults.get(number / between % faults.size()));
      return;
    }
    switch (Deed.of(seed, number)) {
      case Deed.Book book -> book(book, number, threads);
      case Deed.Cancel(int any) -> cancel(any);
      case Deed.CheckIn(int any) -> receive(any, "check-in", "CHECKED_IN");
      case Deed.Depart(int any) -> receive(any, "departure", "DEPARTED");
      case Deed.NoShow(int any) -> receive(any, "no-show", "NO_SHOW");
      case Deed.Block(int unit, int first, int nights) -> {
        var hold = new UUID(seed, number);
        var isMade = site.block(hold, unit, first, nights);
        count(isMade ? "block" : "block refused");
        if (isMade) {
          blocks.add(hold);
        }
      }
      case Deed.Unblock(int any) -> {
        var hold = blocks.any(any);
        if (hold != null) {
          blocks.remove(hold);
          site.unblock(hold);
          count("unblock");
        }
      }
      case Deed.Import(long what) -> count("import", site.imported(what), Set.of(200, 422));
    }
  }

  private void fail(StormFault fault) throws Exception {
    oneFaultAtATime.lock();
    try {
      fault.happen(city);
      count(fault.name());
    } finally {
      oneFaultAtATime.unlock();
    }
  }

  private void book(Deed.Book deed, int number, ExecutorService threads) throws Exception {
    var token = people.get(deed.person() % people.size());
    var key = "storm-%d-%d".formatted(seed, number);
    var from = today.plusDays(deed.first());
    var to = from.plusDays(deed.nights());
    var request =
        HttpRequest.newBuilder(URI.create(city.booking() + "/api/bookings"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(
                BodyPublishers.ofString(
                    Rooms.wish(StormSite.pool(deed.roomType()), from, to).toString()));
    var answers = new ArrayList<Heard>();
    var other = deed.again() == Deed.Again.AT_ONCE ? threads.submit(() -> bookOnce(request)) : null;
    answers.add(bookOnce(request));
    if (other != null) {
      answers.add(other.get());
    } else if (deed.again() == Deed.Again.AFTERWARDS) {
      answers.add(bookOnce(request));
    }
    remember(deed, answers, key, token);
  }

  private Heard bookOnce(HttpRequest.Builder request) throws InterruptedException {
    return count("book", request.copy(), Set.of(201, 409, 422));
  }

  private void remember(Deed.Book deed, List<Heard> answers, String key, String token) {
    var booked = answers.stream().filter(answer -> answer.status() == 201).toList();
    if (booked.isEmpty()) {
      refusedKeys.add(key);
      return;
    }
    if (booked.size() < answers.size()) {
      // What the rules refuse is not written, so it may be booked later, once a stay is given up.
      count(
          "booked %s what was refused"
              .formatted(deed.again() == Deed.Again.AT_ONCE ? "beside" : "after"));
      if (deed.again() == Deed.Again.AFTERWARDS && answers.getFirst().equals(booked.getFirst())) {
        surprises.add("%s was booked, then refused: %s".formatted(key, answers.getLast()));
      }
    }
    var first = Told.Answer.of(booked.getFirst().json());
    var mine = new Told(key, first.from().plusDays(deed.nights()), first);
    booked.stream()
        .map(answer -> Told.Answer.of(answer.json()))
        .forEach(answer -> {
          if (!answer.booking().equals(first.booking())) {
            surprises.add("%s is the key of %s and %s".formatted(key, first, answer));
          }
          mine.hears(answer);
        });
    told.add(mine);
    bookings.add(new Kept(mine, token));
    if (first.from().equals(today)) {
      arrivals.add(mine);
    }
  }

  private void cancel(int any) throws InterruptedException {
    var kept = bookings.any(any);
    if (kept != null) {
      change(kept.told(), "cancellation", "CANCELLED", kept.token());
      if (kept.told().isOver()) {
        bookings.remove(kept);
      }
    }
  }

  private void receive(int any, String step, String status) throws InterruptedException {
    var arrival = arrivals.any(any);
    if (arrival != null) {
      change(arrival, step, status, caseworker);
      if (arrival.isOver()) {
        arrivals.remove(arrival);
      }
    }
  }

  private void change(Told booking, String step, String status, String token)
      throws InterruptedException {
    booking.tries(status);
    var address = "%s/api/bookings/%s/%s".formatted(city.booking(), booking.now().booking(), step);
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + token)
            .PUT(BodyPublishers.noBody());
    var heard = count(step, request, Set.of(200, 409));
    if (heard.status() == 200) {
      booking.hears(Told.Answer.of(heard.json()));
    }
  }

  private Heard count(String what, HttpRequest.Builder request, Set<Integer> expected)
      throws InterruptedException {
    var heard = Insisting.ask(request);
    count(what + " " + heard.status());
    if (!expected.contains(heard.status())) {
      surprises.add("%s: %d %s".formatted(what, heard.status(), heard.body()));
    }
    return heard;
  }

  private void count(String what) {
    tally.computeIfAbsent(what, _ -> new LongAdder()).increment();
  }
}
