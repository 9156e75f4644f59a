package city.huiwei.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody at a browser of their own. Whatever the browser complains about (an error of a script, a
 * breach of the content security policy, a part of a page that is missing) fails the test at the
 * end; that a page itself was refused does not, as tests ask for such pages.
 */
final class Visitor implements AutoCloseable {

  private static final String REFUSED = "Failed to load resource: the server responded";

  private final BrowserContext browser;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  Visitor(BrowserContext browser) {
    this.browser = browser;
    browser.setDefaultTimeout(10_000);
    browser.onConsoleMessage(this::hear);
    browser.onResponse(this::hear);
    browser.onWebError(error -> complaints.add(error.error()));
    this.page = browser.newPage();
  }

  Page page() {
    return page;
  }

  Page anotherTab() {
    return browser.newPage();
  }

  /** Opens an address and answers with its status. */
  int open(String address) {
    return page.navigate(address).status();
  }

  void follow(String link) {
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(link)).first().click();
  }

  void press(String button) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button)).first().click();
  }

  /** The one text of this style that a page shows. */
  String read(String selector) {
    return find(selector).innerText().strip();
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  /** Answers the sign-in provider's page. */
  void signInAs(String person) {
    page.fill("#person", person);
    page.click("button.main");
  }

  List<String> complaints() {
    return complaints;
  }

  private void hear(ConsoleMessage message) {
    if (message.type().equals("error") && !message.text().startsWith(REFUSED)) {
      complaints.add(message.text() + " at " + page.url());
    }
  }

  private void hear(Response response) {
    if (response.status() >= 400 && !response.request().isNavigationRequest()) {
      complaints.add(response.status() + " " + response.url());
    }
  }

  @Override
  public void close() {
    browser.close();
    assertThat(complaints).as("what the browser complained about").isEmpty();
  }
}
