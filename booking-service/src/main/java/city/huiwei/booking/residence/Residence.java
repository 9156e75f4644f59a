package city.huiwei.booking.residence;

import city.huiwei.booking.contract.ResidenceDesk;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who has a place for long.
 *
 * @param id the offer's and the first hold's too
 * @param pools one for each unit
 * @param begins the first day
 * @param ends the first day that is free again; absent while that is not known
 * @param until until when the place is kept for who is away, or objections can be made
 * @param lookDue when the next reassessment or yearly check is due
 * @param needsAnother the place does not suit any more
 */
public record Residence(
    UUID id,
    UUID application,
    String programme,
    String operator,
    String site,
    List<String> pools,
    List<String> units,
    @Nullable LeasedArea area,
    ResidenceState state,
    LocalDate begins,
    @Nullable LocalDate ends,
    @Nullable LocalDate until,
    @Nullable LocalDate lookDue,
    boolean needsAnother,
    int version) {

  /** What staff can do now, in the order of its life. */
  List<ResidenceDesk.Step> steps() {
    return state.steps().stream()
        .filter(step -> step != ResidenceStep.RENEW || ends == null)
        .sorted()
        .map(step -> ResidenceDesk.Step.valueOf(step.name()))
        .toList();
  }

  /**
   * @param reference what people call the application
   */
  ResidenceDesk.ResidenceLine line(String reference) {
    return new ResidenceDesk.ResidenceLine(
        id,
        application,
        reference,
        programme,
        site,
        units,
        area == null ? null : area.squareMetres(),
        ResidenceDesk.State.valueOf(state.name()),
        begins,
        ends,
        until,
        lookDue,
        needsAnother,
        version);
  }
}
