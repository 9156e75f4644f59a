package city.huiwei.ops.bench.load;

import city.huiwei.ops.bench.city.Consumption;
import city.huiwei.ops.bench.city.Quiet;
import city.huiwei.ops.bench.city.Screen;
import city.huiwei.ops.bench.city.Settings;
import city.huiwei.ops.bench.figures.Control;
import city.huiwei.ops.bench.figures.Measured;
import city.huiwei.ops.bench.figures.Round;
import city.huiwei.ops.bench.figures.Row;
import city.huiwei.ops.bench.figures.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All loads in turn, round after round, and the yardstick once more at the end. */
public final class Rounds {

  private final Settings settings;
  private final Map<String, ProcessHandle> processes;
  private final List<Load> yardsticks;
  private final List<Load> loads;
  private final List<String> faults = new ArrayList<>();
  private final Map<String, String> memory = new LinkedHashMap<>();

  /**
   * What came of it.
   *
   * @param faults where the database disagrees with the answers
   */
  public record Outcome(Table table, List<Control> controls, List<String> faults) {}

  /**
   * @param yardsticks what all throughput is compared with, the first steps of every round
   */
  public Rounds(
      Settings settings,
      Map<String, ProcessHandle> processes,
      List<Load> yardsticks,
      List<? extends Load> loads) {
    this.settings = settings;
    this.processes = processes;
    this.yardsticks = yardsticks;
    this.loads = List.copyOf(loads);
  }

  /** Runs each load that drives a JVM, and forgets what it measured. */
  public void warmUp() {
    for (var load : loads) {
      if (load.isWarmedUp()) {
        step("warm-up", load, 0, settings.warmUp());
      }
    }
    // What a cold JVM answers must be right too, but a run out of people is no fault here.
    faults.removeIf(fault -> fault.contains("ran out of people"));
  }

  /**
   * Measures all rounds.
   *
   * @param before rounds that were run before on the same stock, whose hot pools are not asked
   *     again
   */
  public Outcome run(int before) {
    var rounds = new ArrayList<Round>();
    for (var number = 1; number <= settings.rounds(); number++) {
      rounds.add(round(number, before));
    }
    return new Outcome(table(rounds), controls(rounds.getFirst()), faults);
  }

  private Round round(int number, int before) {
    var steps = new LinkedHashMap<String, Measured>();
    var label = "%d/%d".formatted(number, settings.rounds());
    for (var load : all()) {
      steps.put(load.name(), step(label, load, before + number, settings.time()));
    }
    return new Round(steps);
  }

  private Measured step(String label, Load load, int round, Duration time) {
    load.prepare(round);
    // A load's preparation is work too: tables are filled and written out.
    Quiet.await(processes);
    var before = Consumption.cpuSeconds(processes);
    var answers = load.drive(time);
    var used = Consumption.between(before, Consumption.cpuSeconds(processes));
    var isQuiet = Quiet.await(processes);
    var found = new ArrayList<>(load.faults(answers));
    if (answers.done() == 0 && round > 0) {
      found.add(load.name() + ": nothing was done");
    }
    faults.addAll(found);
    memory.put(load.name(), memory(load));
    var measured =
        new Measured(answers.done(), answers.seconds(), answers.latency(), used, answers.others());
    Screen.say(
        load.name(),
        "%-8s %,9.0f/s  %s%s%s%s",
        label,
        measured.perSecond(),
        measured.latency(),
        answers.others().isEmpty() ? "" : "  other answers " + answers.others(),
        isQuiet ? "" : "  still busy 20 s later",
        found.isEmpty() ? "" : "  WRONG: " + found);
    return measured;
  }

  private List<Control> controls(Round first) {
    return yardsticks.stream()
        .map(load ->
            new Control(
                load.name(),
                first.step(load.name()).perSecond(),
                step("control", load, settings.rounds(), settings.time()).perSecond()))
        .toList();
  }

  private Table table(List<Round> rounds) {
    var names = yardsticks.stream().map(Load::name).toList();
    return new Table(
        names,
        all().stream()
            .map(load -> Row.of(load.name(), rounds, names, memory.getOrDefault(load.name(), "")))
            .toList());
  }

  private List<Load> all() {
    var all = new ArrayList<>(yardsticks);
    all.addAll(loads);
    return all;
  }

  private String memory(Load load) {
    return processes.entrySet().stream()
        .filter(process -> load.drives().contains(process.getKey()))
        .map(process -> process.getKey() + " " + Consumption.memory(process.getValue()))
        .collect(Collectors.joining(", "));
  }
}
