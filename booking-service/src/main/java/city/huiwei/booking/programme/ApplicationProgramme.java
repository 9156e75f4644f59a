package city.huiwei.booking.programme;

import city.huiwei.booking.form.Answers;
import city.huiwei.booking.form.Form;
import city.huiwei.edge.Reason;
import city.huiwei.inventory.contract.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A programme whose places are applied for: its questions, who may have one, who comes first. */
public sealed interface ApplicationProgramme extends Programme
    permits ElderCare, Childcare, IndustrialSpace {

  /** The wishes for sites, the best first, in a form and in what a party needs. */
  String SITES = "wish.sites";

  /** The districts that are wished for, in no order. */
  String DISTRICTS = "wish.districts";

  /** Where whoever is responsible has mail, if they like; the same question in every form. */
  String EMAIL_ADDRESS = "contact.email";

  /** The version of the rules, as decisions name it. */
  String rulesVersion();

  /** The SHA-256 of the rules as they are in force, in hex: equal for equal rules. */
  String rulesHash();

  /** What who applies is asked. */
  Form form();

  /** The few questions that decide whether one may apply; nobody is named in them. */
  Form selfTest();

  /** What such answers say against applying: all reasons, none when one may. */
  List<Reason> selfTestRefusals(Answers answers, LocalDate today);

  /** What a person who checks the papers finds; it goes before what was typed. */
  Form findings();

  /** The papers that must be shown for these answers, by the kind of evidence. */
  List<String> papers(Answers answers);

  /** The number by which the party is known: an identity number or a credit code. */
  String party(Answers answers);

  /** The telephone number of who is responsible. */
  String telephone(Answers answers);

  /** Where whoever is responsible has mail, if they said so. */
  default Optional<String> email(Answers answers) {
    return answers.text(EMAIL_ADDRESS);
  }

  /** What the answers alone say against it: all reasons, none when it may be sent. */
  List<Reason> refusals(Answers answers, LocalDate today);

  /** Whether a second person, a manager, must decide too. */
  default boolean needsSecondDecision(Answers answers) {
    return false;
  }

  /** What the papers say against it besides, once a person has checked them. */
  List<Reason> findingRefusals(Answers answers, Answers findings, LocalDate today);

  /** Where it stands before date and ballot; only for one that nothing is said against. */
  Priority priority(Answers answers, Answers findings, LocalDate today);

  /** What it needs of a place; nothing in it names a person. */
  Answers need(Answers answers, Answers findings, LocalDate today);

  /** Why a place does not fit, as reason codes; none when it fits. */
  List<String> misfits(Answers need, Place place);

  /**
   * The places that serve a need together, one for each unit; none when these do not.
   *
   * @param fitting vacancies that nothing is said against, the most wished and tightest first
   */
  default List<Place> choose(Answers need, List<Vacancy> fitting) {
    return fitting.stream().limit(1).map(Vacancy::place).toList();
  }

  /** Of places that fit, those come first that would be missed least. */
  Comparator<Place> tightestFirst();

  /** So many free places are kept from parties of that category. */
  default int keptBackFrom(int category) {
    return 0;
  }

  /**
   * Whether a party is promised a home, a site of its list; which of the places there that fit it
   * has may then wait until everybody has had their turn.
   */
  default boolean promisesHome() {
    return false;
  }

  /** Whether places are given in rounds, and not one after another as they become free. */
  default boolean isPlacedByRounds() {
    return false;
  }

  /** So many units of the place go together. */
  default int unitsTogether(Place place) {
    return 1;
  }

  /** The room of which the place is a part; absent where nobody minds who is beside them. */
  default Optional<SharedRoom> sharedRoom(Place place) {
    return Optional.empty();
  }

  /** As whom a party shares a room; empty where it is asked nowhere. */
  default String sharesAs(Answers need) {
    return "";
  }

  /** The square metres that count for a lease of the place; absent where no area is counted. */
  default Optional<BigDecimal> leasedSquareMetres(Place place) {
    return Optional.empty();
  }

  /** Working days in which the papers are checked. */
  int reviewDays();

  /** Working days in which somebody may object to a decision. */
  int appealDays();

  /** Working hours in which an offer is to be answered. */
  int answerHours();
}
