package city.huiwei.ops.launcher;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The machine's own Chromium, started once for each thread of tests, as Playwright wants it. Where
 * there is none, the tests that need it are left out, and said to be; a build with {@code CI=true}
 * fails instead.
 */
final class Chromium implements ExecutionCondition, ParameterResolver {

  private static final Path PROGRAM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final String LEFT_OUT =
      "BROWSER TESTS WERE LEFT OUT: there is no %s. To have them: apt-get install chromium fonts-noto-cjk"
          .formatted(PROGRAM);

  /** A browser that runs, from which every visitor has a window of their own. */
  record Running(Playwright playwright, Browser browser) implements AutoCloseable {

    private static Running start() {
      var playwright = Playwright.create();
      var options = new LaunchOptions().setExecutablePath(PROGRAM).setArgs(FLAGS);
      return new Running(playwright, playwright.chromium().launch(options));
    }

    Visitor visitor(UnaryOperator<NewContextOptions> how) {
      var options = new NewContextOptions().setLocale("zh-CN").setTimezoneId("Asia/Shanghai");
      return new Visitor(browser.newContext(how.apply(options)));
    }

    @Override
    public void close() {
      playwright.close();
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
    if (Files.isExecutable(PROGRAM) || "true".equals(System.getenv("CI"))) {
      return ConditionEvaluationResult.enabled("there is a browser, or there must be");
    }
    System.out.println(LEFT_OUT);
    return ConditionEvaluationResult.disabled(LEFT_OUT);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Running.class;
  }

  @Override
  public Running resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(Namespace.create(Chromium.class))
        .computeIfAbsent(Thread.currentThread(), _ -> Running.start(), Running.class);
  }
}
