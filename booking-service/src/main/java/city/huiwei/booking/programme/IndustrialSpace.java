package city.huiwei.booking.programme;

import static city.huiwei.booking.form.Question.Kind.CREDIT_CODE;
import static city.huiwei.booking.form.Question.Kind.DATE;
import static city.huiwei.booking.form.Question.Kind.EMAIL;
import static city.huiwei.booking.form.Question.Kind.TELEPHONE;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import city.huiwei.booking.form.Answers;
import city.huiwei.booking.form.Form;
import city.huiwei.booking.form.Question;
import city.huiwei.edge.Reason;
import city.huiwei.inventory.contract.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Low-cost space for firms, asked for by application: the best score comes first. */
public record IndustrialSpace(IndustrialSpaceRules rules, Form form, Form findings, Form selfTest)
    implements ApplicationProgramme {

  static final String CODE = "industrial-space";

  private static final String CREDIT = "firm.credit-code";
  private static final String FOUNDED = "firm.founded-on";
  private static final String INDUSTRY = "firm.industry";
  private static final String OTHER_INDUSTRY = "other";
  private static final String OWN_USE = "firm.own-use";
  private static final String AREA_LEAST = "space.area-least";
  private static final String AREA_MOST = "space.area-most";
  private static final String SEVERAL = "space.several";
  private static final String LOAD = "space.load";
  private static final String HEIGHT = "space.height";
  private static final String POWER = "space.power";
  private static final String LIFT = "space.lift";
  private static final String TELEPHONE_NUMBER = "contact.telephone";
  private static final String AREA = "areaSquareMetres";
  private static final String START_UP = "firm.start-up";
  private static final int LARGEST_SQUARE_METRES = 20_000;
  private static final int MOST_WISHES = 10;

  public IndustrialSpace(IndustrialSpaceRules rules) {
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

  private static Form form(IndustrialSpaceRules rules) {
    return new Form(
        List.of(
            Question.text("firm", "firm.name"),
            Question.of("firm", CREDIT, CREDIT_CODE),
            Question.of("firm", FOUNDED, DATE),
            Question.choice("firm", INDUSTRY, rules.industries()),
            Question.text("firm", "contact.name"),
            Question.of("firm", TELEPHONE_NUMBER, TELEPHONE),
            Question.of("firm", EMAIL_ADDRESS, EMAIL).optional(),
            Question.number("space", AREA_LEAST, 1, LARGEST_SQUARE_METRES),
            Question.number("space", AREA_MOST, 1, LARGEST_SQUARE_METRES),
            Question.yesNo("space", SEVERAL).optional(),
            Question.number("space", LOAD, 0, 100).optional(),
            Question.number("space", HEIGHT, 0, 50).optional(),
            Question.number("space", POWER, 0, 10_000).optional(),
            Question.yesNo("space", LIFT),
            Question.codes("wish", DISTRICTS, MOST_WISHES),
            Question.rankedCodes("wish", SITES, MOST_WISHES),
            Question.consent("consent", "consent.own-use")));
  }

  private static Form findings(IndustrialSpaceRules rules) {
    var questions = new ArrayList<Question>();
    questions.add(Question.of("findings", FOUNDED, DATE));
    rules
        .score()
        .forEach(it -> questions.add(Question.number("findings", score(it), 0, it.most())));
    return new Form(questions);
  }

  private static Form askedOfAnyone(IndustrialSpaceRules rules) {
    var industries = new ArrayList<>(rules.industries());
    industries.add(OTHER_INDUSTRY);
    return new Form(
        List.of(
            Question.choice("self-test", INDUSTRY, industries),
            Question.yesNo("self-test", OWN_USE)));
  }

  private static String score(IndustrialSpaceRules.Criterion criterion) {
    return "score." + criterion.code();
  }

  @Override
  public List<String> papers(Answers answers) {
    return List.of("business-licence", "project", "proof-of-score");
  }

  @Override
  public String party(Answers answers) {
    return answers.text(CREDIT).orElseThrow();
  }

  @Override
  public String telephone(Answers answers) {
    return answers.text(TELEPHONE_NUMBER).orElseThrow();
  }

  @Override
  public List<Reason> refusals(Answers answers, LocalDate today) {
    return Stream.of(isFoundedAhead(answers, today), isAreaReversed(answers))
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public List<Reason> selfTestRefusals(Answers answers, LocalDate today) {
    return Stream.of(
            answers.all(INDUSTRY).contains(OTHER_INDUSTRY)
                ? Reason.of("ELIGIBILITY_INDUSTRY", INDUSTRY)
                : null,
            answers.isYes(OWN_USE) ? null : Reason.of("ELIGIBILITY_OWN_USE", OWN_USE))
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public List<Reason> findingRefusals(Answers answers, Answers findings, LocalDate today) {
    var score = score(findings);
    return score >= rules.leastScore()
        ? refusals(answers.with(findings), today)
        : List.of(
            new Reason(
                "ELIGIBILITY_SCORE_TOO_LOW",
                null,
                Map.of("score", score, "least", rules.leastScore())));
  }

  @Override
  public boolean needsSecondDecision(Answers answers) {
    return number(answers, AREA_MOST).intValue() > rules.secondDecisionSquareMetres();
  }

  private static @Nullable Reason isFoundedAhead(Answers answers, LocalDate today) {
    return answers.date(FOUNDED).orElseThrow().isAfter(today)
        ? new Reason("ELIGIBILITY_FOUNDED_AHEAD", FOUNDED, Map.of("today", today))
        : null;
  }

  private static @Nullable Reason isAreaReversed(Answers answers) {
    return number(answers, AREA_LEAST).compareTo(number(answers, AREA_MOST)) > 0
        ? Reason.of("ELIGIBILITY_AREA_REVERSED", AREA_MOST)
        : null;
  }

  @Override
  public Priority priority(Answers answers, Answers findings, LocalDate today) {
    return new Priority(1, score(findings));
  }

  private int score(Answers findings) {
    return rules.score().stream().mapToInt(it -> number(findings, score(it)).intValue()).sum();
  }

  @Override
  public Answers need(Answers answers, Answers findings, LocalDate today) {
    var found = answers.with(findings);
    var need = new LinkedHashMap<String, List<String>>();
    Stream.of(INDUSTRY, AREA_LEAST, AREA_MOST, SEVERAL, LOAD, HEIGHT, POWER, LIFT, DISTRICTS, SITES)
        .forEach(code -> need.put(code, found.all(code)));
    need.put(START_UP, List.of(isStartUp(found, today) ? "yes" : "no"));
    return new Answers(need);
  }

  private boolean isStartUp(Answers found, LocalDate today) {
    return found.date(FOUNDED).orElseThrow().plusYears(rules.startUpYears()).isAfter(today);
  }

  @Override
  public List<String> misfits(Answers need, Place place) {
    var area = Features.number(place, AREA);
    return Stream.of(
            (need.isYes(SEVERAL) || area.compareTo(number(need, AREA_LEAST)) >= 0)
                    && area.compareTo(number(need, AREA_MOST)) <= 0
                ? null
                : "NO_FIT_AREA",
            isEnough(need, LOAD, place, "floorLoadKnPerSquareMetre") ? null : "NO_FIT_LOAD",
            isEnough(need, HEIGHT, place, "clearHeightMetres") ? null : "NO_FIT_HEIGHT",
            isEnough(need, POWER, place, "powerKva") ? null : "NO_FIT_POWER",
            !need.isYes(LIFT) || Features.isYes(place, "freightLift") ? null : "NO_FIT_LIFT",
            Features.has(place, "industries", need.text(INDUSTRY).orElseThrow())
                ? null
                : "NO_FIT_INDUSTRY",
            Features.isWished(need.all(DISTRICTS), place.district()) ? null : "NO_FIT_DISTRICT",
            Features.isWished(need.all(SITES), place.site()) ? null : "NO_FIT_SITE")
        .filter(Objects::nonNull)
        .toList();
  }

  private static boolean isEnough(Answers need, String wanted, Place place, String feature) {
    return Features.number(place, feature).compareTo(number(need, wanted)) >= 0;
  }

  /** One unit, or where several will do the fewest of one site that have the area together. */
  @Override
  public List<Place> choose(Answers need, List<Vacancy> fitting) {
    var several =
        new SeveralUnits(
            number(need, AREA_LEAST),
            number(need, AREA_MOST),
            place -> Features.number(place, AREA));
    return fitting.stream()
        .map(Vacancy::place)
        .collect(groupingBy(Place::site, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .flatMap(site -> several.choose(site, need.isYes(SEVERAL) ? rules.mostUnits() : 1).stream())
        .min(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }

  /** Whether a need is a start-up's; for such ones the reserve is kept. */
  public static boolean isStartUps(Answers need) {
    return need.isYes(START_UP);
  }

  @Override
  public Comparator<Place> tightestFirst() {
    return Comparator.<Place, BigDecimal>comparing(place -> Features.number(place, AREA))
        .thenComparing(Place::pool);
  }

  @Override
  public Optional<BigDecimal> leasedSquareMetres(Place place) {
    return Optional.of(Features.number(place, AREA));
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

  private static BigDecimal number(Answers answers, String code) {
    return answers.number(code).orElse(BigDecimal.ZERO);
  }
}
