package city.huiwei.booking.matching;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came out.
 *
 * @param placed place by child; who has none is absent
 * @param blocking what should be empty, and cannot always be where brothers and sisters go together
 * @param rounds how often those without a place asked in turn, and how often sibling families were
 *     begun with
 */
public record Matched(
    Map<String, String> placed, List<Coalition> blocking, List<CutOff> cutOffs, int rounds) {

  /**
   * A family that would rather have these places, and the places would rather have it.
   *
   * @param places one a child, in the children's order
   */
  public record Coalition(String family, List<@Nullable String> places) {}
}
