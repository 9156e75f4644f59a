package city.huiwei.booking.ballot;

import java.util.List;

/** No, with all its reasons. */
public record Refused(List<Refusal> reasons) implements FreezeAnswer, DrawAnswer {

  public Refused {
    reasons = List.copyOf(reasons);
  }
}
