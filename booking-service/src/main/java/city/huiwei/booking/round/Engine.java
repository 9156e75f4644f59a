package city.huiwei.booking.round;

import city.huiwei.booking.ballot.Bytes;
import city.huiwei.booking.matching.Market;
import city.huiwei.booking.matching.Matched;
import city.huiwei.booking.matching.Matching;
import city.huiwei.booking.programme.Childcare;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes a run: builds the market, has it matched, and says what came out for each child. */
record Engine(Childcare programme) {

  /** Raised when the same market would give another result. */
  static final String VERSION = "matching/1";

  private static final long MILLION = 1_000_000;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /** All that is kept of a run. */
  record Made(RoundRun run, byte[] market, List<Placement> placements) {}

  Made make(ChildcareRound round, int run, String draw, Lineup lineup, List<Entry> entries) {
    var families =
        lineup.families(entries).stream().sorted(Comparator.comparing(RoundMarket::id)).toList();
    var builder = new RoundMarket(programme, lineup.count().classes(), families);
    var market = builder.market();
    var begun = System.nanoTime();
    var matched = Matching.of(market);
    var millis = (int) ((System.nanoTime() - begun) / MILLION);
    var placements = placements(builder, families, matched);
    var json = JSON.writeValueAsBytes(sorted(market));
    return new Made(
        new RoundRun(
            round.id(),
            run,
            draw,
            VERSION,
            programme.rulesVersion(),
            programme.rulesHash(),
            Bytes.of(json).sha256().hex(),
            JSON.writeValueAsString(matched.cutOffs()),
            JSON.writeValueAsString(matched.blocking()),
            placements.size(),
            matched.placed().size(),
            matched.rounds(),
            millis,
            null,
            null),
        compressed(json),
        placements);
  }

  private static Market sorted(Market market) {
    return new Market(
        market.places().stream().sorted(Comparator.comparing(it -> it.id())).toList(),
        market.families());
  }

  private List<Placement> placements(
      RoundMarket market, List<RoundFamily> families, Matched matched) {
    return families.stream()
        .flatMap(family ->
            family.children().stream()
                .map(child -> placement(market, family, child, matched.placed())))
        .toList();
  }

  private Placement placement(
      RoundMarket market, RoundFamily family, Candidate child, Map<String, String> placed) {
    return new Placement(
        child.application(),
        family.entry(),
        family.number(),
        programme.category(family.category()),
        child.points(),
        market.priorities(family, child),
        child.seat(),
        placed.get(child.application().toString()),
        choice(family, placed));
  }

  /** Which of the family's choices all of it got; absent when none of them. */
  private static @Nullable Integer choice(RoundFamily family, Map<String, String> placed) {
    var got = new ArrayList<@Nullable String>();
    family.children().forEach(it -> got.add(placed.get(it.application().toString())));
    return family.choices().stream()
        .filter(choice -> choice.pools().equals(got))
        .map(RoundFamily.Choice::rank)
        .findFirst()
        .orElse(null);
  }

  private static byte[] compressed(byte[] bytes) {
    var compressed = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(compressed)) {
      zip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return compressed.toByteArray();
  }
}
