package city.huiwei.booking.draw;

import city.huiwei.booking.ballot.Bytes;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * What is public of a draw, by the names of the protocol; each fact is absent until it is public.
 * Bytes are in lower-case hex. When it is published, {@code tickets} follow.
 *
 * @param beaconValue empty where the draw waits for no beacon
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "draw",
  "officeSeed",
  "commitment",
  "witnessDigits",
  "beaconValue",
  "count",
  "root",
  "key"
})
record PublicDraw(
    String draw,
    @Nullable String officeSeed,
    String commitment,
    @Nullable String witnessDigits,
    @Nullable String beaconValue,
    @Nullable Integer count,
    @Nullable String root,
    @Nullable String key) {

  /** The key stands for all numbers: it is public when they are. */
  static PublicDraw of(DrawRecord draw) {
    return new PublicDraw(
        draw.id(),
        hex(draw.officeSeed()),
        draw.commitment().hex(),
        draw.witnessDigits(),
        hex(draw.beaconValue()),
        draw.count(),
        hex(draw.root()),
        draw.isPublished() ? hex(draw.key()) : null);
  }

  static @Nullable String hex(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.hex();
  }
}
