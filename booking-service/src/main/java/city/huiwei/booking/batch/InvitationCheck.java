package city.huiwei.booking.batch;

import city.huiwei.booking.batch.EntryRequest.AskedWish;
import city.huiwei.booking.contract.Way;
import city.huiwei.booking.programme.Refusal;
import city.huiwei.edge.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether an enterprise's code is needed and good, and what one may wish for with it.
 *
 * @param isShown whether some code was shown
 * @param invitation the place it stands for, if it is good
 */
record InvitationCheck(Batch batch, boolean isShown, Optional<Entry.Invitation> invitation) {

  List<Refusal> refusals(List<AskedWish> wishes) {
    if (isShown && invitation.isEmpty()) {
      return List.of(invalid("INVITATION_UNKNOWN", "invitation", Map.of()));
    }
    if (batch.way() == Way.LIST && invitation.isEmpty()) {
      return List.of(invalid("INVITATION_NEEDED", "invitation", Map.of()));
    }
    return invitation.flatMap(this::allotment).map(own -> elsewhere(own, wishes)).orElse(List.of());
  }

  private Optional<Allotment> allotment(Entry.Invitation invited) {
    return batch.allotments().stream()
        .filter(allotment -> allotment.code().equals(invited.allotment()))
        .findAny();
  }

  /** An enterprise's units are of one pool. */
  private static List<Refusal> elsewhere(Allotment own, List<AskedWish> wishes) {
    return IntStream.range(0, wishes.size())
        .filter(i -> !own.pool().equals(wishes.get(i).pool()))
        .mapToObj(
            i -> invalid("WISH_NOT_ALLOTTED", "wishes[" + i + "].pool", Map.of("pool", own.pool())))
        .toList();
  }

  private static Refusal invalid(String code, String field, Map<String, ?> facts) {
    return new Refusal("invalid-request", new Reason(code, field, facts));
  }
}
