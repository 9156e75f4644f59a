package city.huiwei.booking.programme;

import static city.huiwei.booking.form.Question.Kind.EMAIL;
import static city.huiwei.booking.form.Question.Kind.IDENTITY_NUMBER;
import static city.huiwei.booking.form.Question.Kind.NUMBER;
import static city.huiwei.booking.form.Question.Kind.TELEPHONE;

import city.huiwei.booking.form.Answers;
import city.huiwei.booking.form.Form;
import city.huiwei.booking.form.Question;
import city.huiwei.booking.person.IdentityNumber;
import city.huiwei.edge.Reason;
import city.huiwei.inventory.contract.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Places for children under three. A family applies once for each child; where to is asked in the
 * rounds in which places are given.
 */
public record Childcare(ChildcareRules rules, Form form, Form findings, Form selfTest)
    implements ApplicationProgramme {

  public static final String CODE = "childcare";

  private static final String IDENTITY = "child.identity";
  private static final String RESIDENCE = "child.residence";
  private static final String CIRCUMSTANCES = "child.circumstances";
  private static final String TELEPHONE_NUMBER = "guardian.telephone";
  private static final String AGE = "child.age-months";
  private static final String BORN = "child.born";
  private static final String ELSEWHERE = "elsewhere";
  private static final int OLDEST_MONTHS = 120;

  public Childcare(ChildcareRules rules) {
    this(rules, form(rules), findings(rules), askedOfAnyone(rules));
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public String rulesVersion() {
    return rules.version();
  }

  @Override
  public String rulesHash() {
    return RulesHash.of(rules);
  }

  private static Form form(ChildcareRules rules) {
    return new Form(
        List.of(
            Question.text("child", "child.name"),
            Question.of("child", IDENTITY, IDENTITY_NUMBER),
            Question.text("guardian", "guardian.name"),
            Question.of("guardian", TELEPHONE_NUMBER, TELEPHONE),
            Question.of("guardian", EMAIL_ADDRESS, EMAIL).optional(),
            Question.choice("family", RESIDENCE, residences(rules)),
            Question.choices("family", CIRCUMSTANCES, circumstances(rules)),
            Question.consent("consent", "consent.child")));
  }

  private static Form findings(ChildcareRules rules) {
    return new Form(
        List.of(
            Question.choice("findings", RESIDENCE, residences(rules)),
            Question.choices("findings", CIRCUMSTANCES, circumstances(rules))));
  }

  private static Form askedOfAnyone(ChildcareRules rules) {
    return new Form(
        List.of(
            new Question("self-test", AGE, NUMBER, List.of(), 0, OLDEST_MONTHS, true, null),
            Question.choice("self-test", RESIDENCE, residences(rules))));
  }

  private static List<String> residences(ChildcareRules rules) {
    return Stream.concat(rules.residences().stream(), Stream.of(ELSEWHERE)).toList();
  }

  private static List<String> circumstances(ChildcareRules rules) {
    return Stream.concat(
            rules.categories().stream().flatMap(each -> each.anyOf().stream()),
            rules.points().stream().map(ChildcareRules.Points::circumstance))
        .distinct()
        .toList();
  }

  @Override
  public List<String> papers(Answers answers) {
    var papers = new ArrayList<>(List.of("birth-certificate", "residence", "vaccination-book"));
    answers.all(CIRCUMSTANCES).forEach(it -> papers.add("proof-of-" + it));
    return papers;
  }

  @Override
  public String party(Answers answers) {
    return answers.text(IDENTITY).orElseThrow();
  }

  @Override
  public String telephone(Answers answers) {
    return answers.text(TELEPHONE_NUMBER).orElseThrow();
  }

  @Override
  public List<Reason> refusals(Answers answers, LocalDate today) {
    return Stream.of(hasGrownOut(answers, today), livesElsewhere(answers))
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public List<Reason> selfTestRefusals(Answers answers, LocalDate today) {
    var months = answers.number(AGE).orElseThrow().intValue();
    return Stream.of(months >= rules.leavesAtMonths() ? tooOld(AGE) : null, livesElsewhere(answers))
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public List<Reason> findingRefusals(Answers answers, Answers findings, LocalDate today) {
    return refusals(answers.with(findings), today);
  }

  private @Nullable Reason hasGrownOut(Answers answers, LocalDate today) {
    return leaves(born(answers)).isAfter(today) ? null : tooOld(IDENTITY);
  }

  private Reason tooOld(String field) {
    return new Reason("ELIGIBILITY_TOO_OLD", field, Map.of("months", rules.leavesAtMonths()));
  }

  private static @Nullable Reason livesElsewhere(Answers answers) {
    return answers.all(RESIDENCE).contains(ELSEWHERE)
        ? Reason.of("ELIGIBILITY_RESIDENCE", RESIDENCE)
        : null;
  }

  @Override
  public Priority priority(Answers answers, Answers findings, LocalDate today) {
    var circumstances = answers.with(findings).all(CIRCUMSTANCES);
    var points =
        rules.points().stream()
            .filter(each -> circumstances.contains(each.circumstance()))
            .mapToInt(ChildcareRules.Points::points)
            .sum();
    return new Priority(category(circumstances), points);
  }

  /** The first that a family belongs to; after all of them comes everybody else. */
  private int category(List<String> circumstances) {
    var categories = rules.categories();
    return IntStream.range(0, categories.size())
            .filter(each -> categories.get(each).anyOf().stream().anyMatch(circumstances::contains))
            .findFirst()
            .orElse(categories.size())
        + 1;
  }

  /** The code of what {@link #priority} calls a category. */
  public String category(int category) {
    return category <= rules.categories().size()
        ? rules.categories().get(category - 1).code()
        : ChildcareRules.EVERYBODY;
  }

  /** A day of birth is all that a place needs to know of a child. */
  @Override
  public Answers need(Answers answers, Answers findings, LocalDate today) {
    return Answers.of(BORN, born(answers).toString());
  }

  /** The day of birth in a need. */
  public static LocalDate bornIn(Answers need) {
    return need.date(BORN).orElseThrow();
  }

  /** A child may still grow into a class when it applies; out of it, it never comes back. */
  @Override
  public List<String> misfits(Answers need, Place place) {
    var isGrownOut =
        ageClass(place).map(each -> !each.ends(bornIn(need)).isAfter(place.from())).orElse(true);
    return isGrownOut ? List.of("NO_FIT_AGE_CLASS") : List.of();
  }

  /** The rules of a class of the stock; a class of its own ages has the rules of its type. */
  public Optional<AgeClass> ageClass(Place place) {
    var from = Features.number(place, "fromMonth").intValue();
    var to = Math.min(Features.number(place, "toMonth").intValue(), rules.leavesAtMonths());
    return rules.ageClasses().stream()
        .filter(each -> Features.isOneOf(place, "classType", List.of(each.type())))
        .filter(_ -> from < to)
        .map(each ->
            new AgeClass(each.type(), from, to, each.mostChildren(), each.childrenPerCarer()))
        .findFirst();
  }

  /** The first day on which a child is too old for any class. */
  public LocalDate leaves(LocalDate born) {
    return born.plusMonths(rules.leavesAtMonths());
  }

  private static LocalDate born(Answers answers) {
    return new IdentityNumber(answers.text(IDENTITY).orElseThrow()).birthDate();
  }

  @Override
  public boolean isPlacedByRounds() {
    return true;
  }

  @Override
  public Comparator<Place> tightestFirst() {
    return Comparator.comparing(Place::pool);
  }

  @Override
  public int reviewDays() {
    return rules.reviewDays();
  }

  @Override
  public int appealDays() {
    return rules.appealDays();
  }

  @Override
  public int answerHours() {
    return rules.answerHours();
  }
}
