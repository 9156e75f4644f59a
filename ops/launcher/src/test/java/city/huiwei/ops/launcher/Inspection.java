package city.huiwei.ops.launcher;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with pages as they are shown: whatever axe finds by WCAG 2.2 AA, light and dark,
 * and whatever makes a phone scroll to the side, in large type too. It leaves a picture of each.
 */
final class Inspection {

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final Path PICTURES = Path.of("target/screenshots");
  private static final int PHONE = 360;
  private static final int DESK = 1280;

  private final String language;
  private final boolean inTheDarkToo;
  private final List<String> faults = new ArrayList<>();

  Inspection(String language) {
    this.language = language;
    // Colours are the same in every language.
    this.inTheDarkToo = language.equals("zh-CN");
  }

  void look(Page page, String name) {
    // Without its stylesheet a page is another one.
    page.waitForLoadState();
    dress(page, DESK, ColorScheme.LIGHT, false);
    askAxe(axe(page).withTags(WCAG), name);
    takePicture(page, name + "-1280");
    dress(page, PHONE, ColorScheme.LIGHT, true);
    measure(page, name + " in large type");
    takePicture(page, name + "-360-large");
    dress(page, PHONE, ColorScheme.LIGHT, false);
    measure(page, name);
    if (inTheDarkToo) {
      takePicture(page, name + "-360");
      dress(page, DESK, ColorScheme.DARK, false);
      // The dark page differs in its colours alone.
      askAxe(axe(page).withRules(List.of("color-contrast")), name + " in the dark");
      takePicture(page, name + "-1280-dark");
    }
    dress(page, DESK, ColorScheme.LIGHT, false);
  }

  List<String> faults() {
    return faults;
  }

  /** Large type is a class of the page, which the header's switch sets. */
  private static void dress(Page page, int width, ColorScheme colours, boolean largeType) {
    page.setViewportSize(width, 800);
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(colours));
    page.evaluate("large => document.documentElement.classList.toggle('large', large)", largeType);
  }

  private void askAxe(AxeBuilder axe, String name) {
    for (var rule : axe.analyze().getViolations()) {
      for (var place : rule.getNodes()) {
        faults.add(
            "%s (%s): %s: %s at %s"
                .formatted(name, language, rule.getId(), rule.getHelp(), place.getHtml()));
      }
    }
  }

  // The new way opens a page more for frames of other origins, which our pages cannot have.
  @SuppressWarnings("deprecation")
  private static AxeBuilder axe(Page page) {
    return new AxeBuilder(page).setLegacyMode(true);
  }

  private void measure(Page page, String name) {
    var width = (Integer) page.evaluate("document.documentElement.scrollWidth");
    if (width > PHONE) {
      faults.add("%s (%s): is %d wide on a phone".formatted(name, language, width));
    }
  }

  private void takePicture(Page page, String name) {
    var file = PICTURES.resolve(language.substring(0, 2)).resolve(name + ".png");
    page.screenshot(new ScreenshotOptions().setPath(file).setFullPage(true));
  }
}
