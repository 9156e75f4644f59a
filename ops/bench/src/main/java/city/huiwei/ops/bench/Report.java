package city.huiwei.ops.bench;

import city.huiwei.ops.bench.city.Screen;
import city.huiwei.ops.bench.city.Settings;
import city.huiwei.ops.bench.figures.Control;
import city.huiwei.ops.bench.load.Rounds;
import city.huiwei.ops.bench.rush.Rush;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** What a run found, as Markdown, and whether it may be believed. */
final class Report {

  private final Settings settings;
  private final StringBuilder text = new StringBuilder("# Bench\n\n");
  private final List<String> faults = new ArrayList<>();
  private boolean isVoid;

  Report(Settings settings) {
    this.settings = settings;
    text.append(Machine.describe(settings));
    text.append(
        "- %d rounds, %d s a step, %d s of warm-up a load%n%n"
            .formatted(
                settings.rounds(), settings.time().toSeconds(), settings.warmUp().toSeconds()));
  }

  void add(String title, Rounds.Outcome outcome) {
    text.append("## ").append(title).append("\n\n").append(outcome.table().markdown()).append('\n');
    outcome.controls().forEach(this::add);
    text.append('\n');
    faults.addAll(outcome.faults());
  }

  void add(Control control) {
    text.append("- control, ").append(control).append('\n');
    isVoid = isVoid || control.isVoid();
  }

  void add(Rush.Outcome outcome) {
    text.append("## The rush\n\n").append(outcome.table()).append('\n');
    faults.addAll(outcome.faults());
  }

  void add(String sentence) {
    text.append(sentence).append("\n\n");
  }

  void addFault(String fault) {
    faults.add(fault);
  }

  /** Prints and keeps it; answers with the exit status. */
  int close() {
    faults.forEach(fault -> text.append("- **WRONG**: ").append(fault).append('\n'));
    if (isVoid) {
      text.append("\n**THIS RUN IS VOID: a control moved by half, so it says nothing.**\n");
    }
    var isAll = settings.only().equals("all");
    var file =
        settings.target().resolve(isAll ? "results.md" : "results-" + settings.only() + ".md");
    try {
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Screen.say("\n" + text);
    Screen.say("This is kept in " + file);
    return isVoid || !faults.isEmpty() ? 1 : 0;
  }
}
