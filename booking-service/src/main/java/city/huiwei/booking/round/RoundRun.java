package city.huiwei.booking.round;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the engine made of a round: enough to make it again and compare.
 *
 * @param run 1 for the whole round, 2 for its filling-up
 * @param draw whose numbers broke the ties
 * @param marketHash SHA-256 of the market as the engine saw it
 * @param cutOffs of each class and category, as JSON
 * @param blocking coalitions that brothers and sisters can make unavoidable, as JSON; mostly none
 * @param passes how often those without a place asked in turn
 * @param publishedAt absent while only staff see it
 */
record RoundRun(
    UUID round,
    int run,
    String draw,
    String engine,
    String rulesVersion,
    String rulesHash,
    String marketHash,
    String cutOffs,
    String blocking,
    int children,
    int placed,
    int passes,
    int millis,
    @Nullable Instant madeAt,
    @Nullable Instant publishedAt) {}
