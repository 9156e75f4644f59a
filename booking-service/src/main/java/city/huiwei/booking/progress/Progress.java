package city.huiwei.booking.progress;

import city.huiwei.booking.appeal.AppealAnswer;
import city.huiwei.booking.application.ApplicationState;
import city.huiwei.booking.estimate.Estimate;
import city.huiwei.booking.explanation.Explanation;
import city.huiwei.booking.offer.Offer;
import city.huiwei.booking.offer.OfferAnswer;
import city.huiwei.booking.rating.Grade;
import city.huiwei.booking.rating.Rating;
import city.huiwei.booking.residence.Residence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far an application has come, all of it on one page.
 *
 * @param appeals and requests about it, the newest first
 * @param grade what its applicant thought of it; absent until they said so
 */
record Progress(
    Explanation told,
    List<Step> steps,
    List<AppealAnswer> appeals,
    List<Residence> residences,
    @Nullable Grade grade,
    Instant now) {

  private ApplicationState state() {
    return told.application().state();
  }

  /** The offer that waits for an answer. */
  @Nullable OfferAnswer open() {
    return offers().filter(Progress::isOpen).findFirst().orElse(null);
  }

  /** The offers that there was an answer to, or none. */
  List<OfferAnswer> past() {
    return offers().filter(offer -> !isOpen(offer)).toList();
  }

  private Stream<OfferAnswer> offers() {
    return told.offers().stream().filter(offer -> offer.state() != Offer.State.PROPOSED);
  }

  private static boolean isOpen(OfferAnswer offer) {
    return offer.state() == Offer.State.OPEN;
  }

  /** Whether a decision can still be objected to. */
  public boolean mayObject(Explanation.DecisionAnswer decision) {
    var until = decision.appealUntil();
    return until != null && until.isAfter(now);
  }

  /** What the last "no" was; empty where there was none, or it is no more. */
  Optional<Explanation.DecisionAnswer> refusal() {
    return told.decisions().stream()
        .limit(1)
        .filter(last -> last.outcome().equals(state().name()) && !last.reasons().isEmpty())
        .findFirst();
  }

  /** How long it waits; absent when it does not, or nobody can tell. */
  Estimate.@Nullable Interval interval() {
    return waiting() instanceof Estimate.Interval interval ? interval : null;
  }

  /** That nobody can tell how long it waits. */
  Estimate.@Nullable Unknown unknown() {
    return waiting() instanceof Estimate.Unknown unknown ? unknown : null;
  }

  private @Nullable Estimate waiting() {
    var rank = told.rank();
    return rank == null ? null : rank.waiting();
  }

  public boolean isDormant() {
    return state() == ApplicationState.DORMANT;
  }

  public boolean isWithdrawable() {
    return state().next().contains(ApplicationState.WITHDRAWN);
  }

  public boolean isRateable() {
    return Rating.isRateable(state());
  }
}
