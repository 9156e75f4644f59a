package city.huiwei.booking.programme;

import static city.huiwei.booking.form.Question.Kind.DATE;
import static city.huiwei.booking.form.Question.Kind.EMAIL;
import static city.huiwei.booking.form.Question.Kind.IDENTITY_NUMBER;
import static city.huiwei.booking.form.Question.Kind.TELEPHONE;
import static city.huiwei.booking.person.IdentityNumber.Sex.FEMALE;

import city.huiwei.booking.form.Answers;
import city.huiwei.booking.form.Form;
import city.huiwei.booking.form.Question;
import city.huiwei.booking.person.IdentityNumber;
import city.huiwei.edge.Reason;
import city.huiwei.inventory.contract.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Beds for elders, asked for by application: who needs care most comes first. */
public record ElderCare(ElderCareRules rules, Form form, Form findings, Form selfTest)
    implements ApplicationProgramme {

  static final String CODE = "elder-care";

  private static final String NAME = "elder.name";
  private static final String IDENTITY = "elder.identity";
  private static final String COUPLE = "elder.couple";

  /** As the stock says it. */
  private static final String TWO = "couple";

  private static final String CATEGORIES = "elder.categories";
  private static final String LEVEL = "elder.level";
  private static final String ASSESSED = "elder.assessed-on";
  private static final String DEMENTIA = "elder.dementia";
  private static final String OXYGEN = "elder.oxygen";
  private static final String TELEPHONE_NUMBER = "elder.telephone";
  private static final String AGE = "elder.age";
  private static final String IS_ASSESSED = "elder.is-assessed";
  private static final String SEX = "elder.sex";
  private static final int OLDEST_YEARS = 130;
  private static final int MOST_DISTRICTS = 10;
  private static final int MOST_SITES = 10;

  public ElderCare(ElderCareRules rules) {
    this(rules, form(rules), findings(rules), askedOfAnyone());
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

  private static Form form(ElderCareRules rules) {
    return new Form(
        List.of(
            Question.text("elder", NAME),
            Question.of("elder", IDENTITY, IDENTITY_NUMBER),
            Question.of("elder", TELEPHONE_NUMBER, TELEPHONE),
            Question.of("elder", EMAIL_ADDRESS, EMAIL).optional(),
            Question.yesNo("elder", COUPLE),
            Question.text("elder", "spouse.name").onlyIf(COUPLE, "yes"),
            Question.of("elder", "spouse.identity", IDENTITY_NUMBER).onlyIf(COUPLE, "yes"),
            Question.choices("hardship", CATEGORIES, categories(rules)),
            Question.choice("care", LEVEL, levels()),
            Question.of("care", ASSESSED, DATE),
            Question.yesNo("care", DEMENTIA),
            Question.yesNo("care", OXYGEN),
            Question.codes("wish", DISTRICTS, MOST_DISTRICTS),
            Question.rankedCodes("wish", SITES, MOST_SITES),
            Question.consent("consent", "consent.health")));
  }

  private static Form findings(ElderCareRules rules) {
    return new Form(
        List.of(
            Question.choices("findings", CATEGORIES, categories(rules)),
            Question.choice("findings", LEVEL, levels()),
            Question.of("findings", ASSESSED, DATE),
            Question.yesNo("findings", DEMENTIA),
            Question.yesNo("findings", OXYGEN)));
  }

  private static Form askedOfAnyone() {
    return new Form(
        List.of(
            Question.number("self-test", AGE, 0, OLDEST_YEARS),
            Question.yesNo("self-test", IS_ASSESSED),
            Question.of("self-test", ASSESSED, DATE).onlyIf(IS_ASSESSED, "yes")));
  }

  private static List<String> categories(ElderCareRules rules) {
    return rules.classes().stream()
        .flatMap(each -> each.anyOf().stream())
        .map(ElderCareRules.Circumstance::category)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static List<String> levels() {
    return IntStream.rangeClosed(0, ElderCareRules.HIGHEST_LEVEL)
        .mapToObj(String::valueOf)
        .toList();
  }

  @Override
  public List<String> papers(Answers answers) {
    var papers = new ArrayList<>(List.of("identity", "ability-assessment"));
    answers.all(CATEGORIES).forEach(category -> papers.add("proof-of-" + category));
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
    return Stream.of(isTooYoung(answers, today), assessment(answers, today))
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public List<Reason> selfTestRefusals(Answers answers, LocalDate today) {
    var isYoung = answers.number(AGE).orElseThrow().intValue() < rules.leastAge();
    return Stream.of(
            isYoung ? tooYoung(AGE) : null,
            answers.isYes(IS_ASSESSED)
                ? assessment(answers, today)
                : Reason.of("ELIGIBILITY_NOT_ASSESSED", IS_ASSESSED))
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public List<Reason> findingRefusals(Answers answers, Answers findings, LocalDate today) {
    return refusals(answers.with(findings), today);
  }

  private @Nullable Reason isTooYoung(Answers answers, LocalDate today) {
    return identity(answers).birthDate().plusYears(rules.leastAge()).isAfter(today)
        ? tooYoung(IDENTITY)
        : null;
  }

  private Reason tooYoung(String field) {
    return new Reason("ELIGIBILITY_TOO_YOUNG", field, Map.of("least", rules.leastAge()));
  }

  private @Nullable Reason assessment(Answers answers, LocalDate today) {
    var assessed = answers.date(ASSESSED).orElseThrow();
    if (assessed.isAfter(today)) {
      return new Reason("ELIGIBILITY_ASSESSMENT_AHEAD", ASSESSED, Map.of("today", today));
    }
    var end = assessed.plusMonths(rules.assessmentMonths());
    return today.isBefore(end)
        ? null
        : new Reason(
            "ELIGIBILITY_ASSESSMENT_TOO_OLD",
            ASSESSED,
            Map.of("months", rules.assessmentMonths(), "end", end));
  }

  @Override
  public Priority priority(Answers answers, Answers findings, LocalDate today) {
    var found = answers.with(findings);
    return new Priority(category(found, today), rules.carePoints().get(level(found)));
  }

  /** The first class that somebody belongs to; after all of them comes everybody else. */
  private int category(Answers found, LocalDate today) {
    var classes = rules.classes();
    return IntStream.range(0, classes.size())
            .filter(each ->
                classes.get(each).anyOf().stream().anyMatch(it -> applies(it, found, today)))
            .findFirst()
            .orElse(classes.size())
        + 1;
  }

  private boolean applies(ElderCareRules.Circumstance it, Answers found, LocalDate today) {
    return (it.category() == null || found.all(CATEGORIES).contains(it.category()))
        && (!it.needsCare() || level(found) >= rules.disabledFrom() || found.isYes(DEMENTIA))
        && (it.leastAge() == null
            || !identity(found).birthDate().plusYears(it.leastAge()).isAfter(today));
  }

  @Override
  public Answers need(Answers answers, Answers findings, LocalDate today) {
    var found = answers.with(findings);
    var sex = found.isYes(COUPLE) ? TWO : identity(found).sex() == FEMALE ? "female" : "male";
    return new Answers(
        Map.of(
            SEX, List.of(sex),
            LEVEL, found.all(LEVEL),
            DEMENTIA, found.all(DEMENTIA),
            OXYGEN, found.all(OXYGEN),
            DISTRICTS, found.all(DISTRICTS),
            SITES, found.all(SITES)));
  }

  @Override
  public List<String> misfits(Answers need, Place place) {
    var level = level(need);
    return Stream.of(
            Features.isOneOf(place, "sex", beds(need)) ? null : "NO_FIT_SEX",
            level >= Features.number(place, "careFrom").intValue()
                    && level <= Features.number(place, "careTo").intValue()
                ? null
                : "NO_FIT_CARE_LEVEL",
            !need.isYes(DEMENTIA) || Features.isYes(place, "dementiaCare")
                ? null
                : "NO_FIT_DEMENTIA_CARE",
            !need.isYes(OXYGEN) || Features.isYes(place, "oxygen") ? null : "NO_FIT_OXYGEN",
            Features.isWished(need.all(DISTRICTS), place.district()) ? null : "NO_FIT_DISTRICT",
            Features.isWished(need.all(SITES), place.site()) ? null : "NO_FIT_SITE")
        .filter(Objects::nonNull)
        .toList();
  }

  /** Whom the beds may be for; in a room for anyone those decide who are in it first. */
  private static List<String> beds(Answers need) {
    return isCouple(need)
        ? List.of(TWO)
        : Stream.concat(need.all(SEX).stream(), Stream.of("any")).toList();
  }

  private static boolean isCouple(Answers need) {
    return need.all(SEX).contains(TWO);
  }

  /** A couple's place is the two beds of one room. */
  @Override
  public List<Place> choose(Answers need, List<Vacancy> fitting) {
    return fitting.stream()
        .filter(vacancy -> vacancy.units() >= unitsTogether(vacancy.place()))
        .findFirst()
        .map(Vacancy::place)
        .map(place -> Collections.nCopies(unitsTogether(place), place))
        .orElse(List.of());
  }

  @Override
  public boolean promisesHome() {
    return true;
  }

  @Override
  public int unitsTogether(Place place) {
    return Features.isOneOf(place, "sex", List.of(TWO)) ? 2 : 1;
  }

  @Override
  public Optional<SharedRoom> sharedRoom(Place place) {
    var beds = Features.number(place, "bedsInRoom").intValue();
    return Features.text(place, "room")
        .map(room -> new SharedRoom(place.site() + "/" + room, beds));
  }

  @Override
  public String sharesAs(Answers need) {
    return need.text(SEX).orElseThrow();
  }

  /** What only few need is kept for them: the fewest levels first, equipment last. */
  @Override
  public Comparator<Place> tightestFirst() {
    return Comparator.<Place>comparingInt(place -> Features.isYes(place, "dementiaCare") ? 1 : 0)
        .thenComparingInt(place -> Features.isYes(place, "oxygen") ? 1 : 0)
        .thenComparing(
            place -> Features.number(place, "careTo").subtract(Features.number(place, "careFrom")))
        .thenComparing(Place::pool);
  }

  @Override
  public int keptBackFrom(int category) {
    return category == 1 ? 0 : rules.keptBackBeds();
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

  private static int level(Answers answers) {
    return answers.number(LEVEL).orElseThrow().intValueExact();
  }

  private static IdentityNumber identity(Answers answers) {
    return new IdentityNumber(answers.text(IDENTITY).orElseThrow());
  }
}
