package city.huiwei.booking.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.RuleFiles;
import city.huiwei.booking.contract.BookingStatus;
import city.huiwei.booking.form.Answers;
import city.huiwei.booking.form.Form;
import city.huiwei.booking.programme.Childcare;
import city.huiwei.booking.programme.ChildcareRules;
import city.huiwei.booking.programme.ElderCare;
import city.huiwei.booking.programme.ElderCareRules;
import city.huiwei.booking.programme.IndustrialSpace;
import city.huiwei.booking.programme.IndustrialSpaceRules;
import city.huiwei.inventory.contract.Refusal;
import city.huiwei.ops.house.PageForms;
import city.huiwei.ops.house.PageWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Whatever a citizen can be shown has words, in both languages. */
class WordsTest {

  private static final Pattern PROBLEM =
      Pattern.compile(
          "\"([a-z]+(?:-[a-z]+)+)\",\\s*(?:\"[A-Z_]+\"|new Reason|Reason\\.of|List\\.of\\(Reason)");
  private static final Pattern CODE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");

  private final PageWords pages =
      new PageWords(
          Path.of("src/main"), "booking-messages", List.of("look-messages", "edge-messages"));
  private final Set<String> said =
      Stream.of("booking-messages", "edge-messages")
          .flatMap(words -> ResourceBundle.getBundle(words).keySet().stream())
          .collect(Collectors.toSet());

  @Test
  void everyPostedFormCarriesItsMark() {
    assertThat(PageForms.unguarded(Path.of("src/main/resources/templates"))).isEmpty();
  }

  @Test
  void nothingStandsInATemplateItself() {
    assertThat(pages.bare()).isEmpty();
  }

  @Test
  void everyKeyHasWordsInBothLanguagesAndIsUsed() {
    assertThat(pages.untranslated()).isEmpty();
    assertThat(pages.missing()).isEmpty();
    // What a reason says is asked for at the door of every service, by its code.
    assertThat(pages.unused()).allMatch(key -> key.startsWith("reason."));
  }

  @Test
  void noReasonHasWordsThatNobodyGives() throws IOException {
    assertThat(pages.unused().stream().map(key -> key.split("\\.")[1])).isSubsetOf(reasons());
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void everyReasonSaysWhatIsWrongAndWhatToDo(String code) {
    assertThat(said).contains("reason." + code, "reason." + code + ".remedy");
  }

  /** The codes that the rules and use cases name, and inventory's own. */
  static Set<String> reasons() throws IOException {
    var codes = named(CODE);
    assertThat(codes).contains("NIGHTS_SPENT", "NO_PLACE_LEFT", "GRADUATION_NOT_VERIFIED");
    Arrays.stream(Refusal.values()).map(Refusal::name).forEach(codes::add);
    Arrays.stream(BookingStatus.values()).map(BookingStatus::name).forEach(codes::remove);
    return codes;
  }

  @ParameterizedTest
  @MethodSource("problems")
  void everyProblemHasAPage(String type) {
    assertThat(said).contains("problem." + type + ".title", "problem." + type + ".do");
  }

  static Set<String> problems() throws IOException {
    var types = named(PROBLEM);
    assertThat(types).contains("already-booked", "not-eligible", "too-late");
    return types;
  }

  @Test
  void everyProblemSaysWhatItMeansAndWhatToDo() {
    var problems =
        said.stream()
            .filter(key -> key.startsWith("problem.") && key.endsWith(".title"))
            .map(key -> key.substring(0, key.length() - ".title".length()))
            .toList();
    assertThat(problems).hasSizeGreaterThan(15);
    assertThat(said)
        .containsAll(problems.stream().map(problem -> problem + ".detail").toList())
        .containsAll(problems.stream().map(problem -> problem + ".do").toList());
  }

  @Test
  void everyStateOfABookingHasAName() {
    assertThat(said)
        .containsAll(Arrays.stream(BookingStatus.values()).map(it -> "status." + it).toList());
  }

  @ParameterizedTest
  @MethodSource("namesInTheSampleCity")
  void theSampleCitysCodesHaveNames(String key) {
    assertThat(said).contains(key);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void everyQuestionAndChoiceHasWords(Form form) {
    var words = new ResourceBundleMessageSource();
    words.setBasename("booking-messages");
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);
    var asked = new AskedQuestions(words);
    for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      var known = new AskedQuestions.Known(Answers.NONE, Map.of(), locale);
      assertThat(asked.of(form.questions(), known))
          .allSatisfy(question -> {
            assertThat(question.label()).isNotBlank();
            assertThat(question.choices()).allMatch(choice -> !choice.words().isBlank());
          });
    }
  }

  static Stream<Form> questions() {
    return Stream.of(
            new ElderCare(RuleFiles.programme("elder-care", ElderCareRules.class)),
            new Childcare(RuleFiles.programme("childcare", ChildcareRules.class)),
            new IndustrialSpace(
                RuleFiles.programme("industrial-space", IndustrialSpaceRules.class)))
        .flatMap(each -> Stream.of(each.form(), each.findings(), each.selfTest()));
  }

  static Stream<String> namesInTheSampleCity() throws IOException {
    return Stream.of(
            column("sites.csv", "district").map("district."::concat),
            column("sites.csv", "programme").map("programme."::concat),
            column("graduate-rooms.csv", "room_type").map("room-type."::concat),
            column("elder-beds.csv", "occupied_by").map("bed.sex."::concat),
            column("childcare-classes.csv", "class_type").map("class.type."::concat),
            column("childcare-classes.csv", "hours").map("class.hours."::concat),
            column("industrial-units.csv", "industries")
                .flatMap(codes -> Stream.of(codes.split(";")))
                .map("industry."::concat))
        .flatMap(keys -> keys)
        .distinct();
  }

  private static Stream<String> column(String file, String name) throws IOException {
    var lines = Files.readAllLines(Path.of("../ops/sample-city", file));
    var at = List.of(lines.getFirst().split(",")).indexOf(name);
    return lines.stream().skip(1).map(line -> line.split(",")[at]);
  }

  private static Set<String> named(Pattern pattern) throws IOException {
    var named = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        pattern.matcher(Files.readString(file)).results().forEach(it -> named.add(it.group(1)));
      }
    }
    return named;
  }
}
