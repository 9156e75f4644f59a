package city.huiwei.ops.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A file's name tells its role, and its role is the only place for some imports:
 *
 * <table>
 * <caption>Roles</caption>
 * <tr><th>role</th><th>name</th><th>the only place for</th></tr>
 * <tr><td>use case</td><td>a gerund</td><td>Reactor, with the edges below</td></tr>
 * <tr><td>SQL</td><td>a plural</td><td>{@code DatabaseClient}</td></tr>
 * <tr><td>lock</td><td>…Locks, …Lanes</td><td>Redisson</td></tr>
 * <tr><td>JSON in</td><td>…Controller</td><td>spring-web</td></tr>
 * <tr><td>HTML in</td><td>…Pages</td><td>spring-web, models</td></tr>
 * <tr><td>settings</td><td>…Settings, …Rules</td><td>configuration properties</td></tr>
 * <tr><td>anything else</td><td>a noun</td><td>plain Java: no Spring, no Reactor, no clock</td></tr>
 * </table>
 */
public final class HouseRules {

  private static final Pattern GERUND = Pattern.compile("[A-Z]\\w*ing(Over)?");
  private static final Pattern PLURAL = Pattern.compile("[A-Z]\\w*s");
  private static final Pattern EDGE =
      Pattern.compile("\\w*(Controller|Pages|Locks|Lanes|Settings|Rules)");
  private static final Pattern EMPTY_WORD =
      Pattern.compile("\\w*(Impl|Manager|Helper|Utils?|Dto|Mapper|Base|Common)");

  private HouseRules() {}

  /**
   * What a service is made of: neither its tests, nor the contract, which is interface by nature.
   */
  public static JavaClasses classesOf(String service) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .withImportOption(location -> !location.contains("/contract/"))
        .importPackages(service);
  }

  /** The rules for a service whose packages stand under this one. */
  public static List<ArchRule> of(String service) {
    return List.of(
        sqlStandsInPlurals(),
        redisIsForLocks(),
        jsonAndHtmlComeInThroughTheirDoors(),
        plainTypesArePlain(service),
        nobodyBlocks(),
        namesSaySomething(),
        packagesDoNotGoInCircles(service));
  }

  static ArchRule sqlStandsInPlurals() {
    return noClasses()
        .that(are("not a plural", javaClass -> !matches(PLURAL, javaClass)))
        .and(areNotWiring())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.r2dbc..")
        .as("SQL stands in classes named by a plural");
  }

  static ArchRule redisIsForLocks() {
    return noClasses()
        .that(are("neither …Locks nor …Lanes", it -> !matches("\\w*(Locks|Lanes)", it)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.redisson..")
        .as("only …Locks and …Lanes know Redisson");
  }

  static ArchRule jsonAndHtmlComeInThroughTheirDoors() {
    return noClasses()
        .that(are("neither …Controller nor …Pages", it -> !matches("\\w*(Controller|Pages)", it)))
        .and(areNotWiring())
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.springframework.web.bind.annotation..", "org.springframework.ui.."))
        .as("requests come in through …Controller and …Pages");
  }

  static ArchRule plainTypesArePlain(String service) {
    return noClasses()
        .that()
        .resideInAPackage(service + ".*")
        .and(are("a plain type", HouseRules::isPlain))
        .and(areNotWiring())
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.springframework..", "reactor..", "io.r2dbc..")
                // It only writes addresses.
                .and(DescribedPredicate.not(resideInAnyPackage("org.springframework.web.util..")))
                .or(are("a clock", it -> it.getName().equals("java.time.Clock"))))
        .as("a type that is neither use case nor edge is plain Java");
  }

  static ArchRule nobodyBlocks() {
    return noClasses()
        .should()
        .callMethodWhere(
            describe(
                "blocks a Mono or Flux",
                call ->
                    call.getTargetOwner().getPackageName().startsWith("reactor.core.publisher")
                        && call.getTarget().getName().startsWith("block")))
        .as("nobody waits on an event loop");
  }

  static ArchRule namesSaySomething() {
    return noClasses()
        .should()
        .haveNameMatching(".*\\.(?:" + EMPTY_WORD.pattern() + ")")
        .as("names are words of the office");
  }

  static ArchRule packagesDoNotGoInCircles(String service) {
    return slices().matching(service + ".(*)..").should().beFreeOfCycles();
  }

  /** Classes that only wire beans together know Spring by their nature. */
  private static DescribedPredicate<JavaClass> areNotWiring() {
    return DescribedPredicate.not(
        metaAnnotatedWith("org.springframework.context.annotation.Configuration")
            .<JavaClass>forSubtype());
  }

  private static boolean isPlain(JavaClass javaClass) {
    return !matches(GERUND, javaClass) && !matches(PLURAL, javaClass) && !matches(EDGE, javaClass);
  }

  /** By the name of the file: what stands inside a class has its role. */
  private static boolean matches(Pattern pattern, JavaClass javaClass) {
    var top = javaClass;
    while (top.getEnclosingClass().isPresent()) {
      top = top.getEnclosingClass().get();
    }
    return pattern.matcher(top.getSimpleName()).matches();
  }

  private static boolean matches(String pattern, JavaClass javaClass) {
    return matches(Pattern.compile(pattern), javaClass);
  }

  private static DescribedPredicate<JavaClass> are(
      String description, Predicate<JavaClass> predicate) {
    return describe(description, predicate);
  }
}
