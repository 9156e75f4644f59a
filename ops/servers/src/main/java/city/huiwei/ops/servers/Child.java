package city.huiwei.ops.servers;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** A process of ours, with the log that its output goes to. */
public final class Child {

  private static final Duration A_MOMENT = Duration.ofMillis(50);

  private final Process process;
  private final Log log;

  Child(Process process, Log log) {
    this.process = process;
    this.log = log;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return !Signals.hasEnded(process.toHandle());
  }

  /** Completes when it has ended, with its exit status. */
  public CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Waits until it is ready; when it ends before or takes too long, kills it and says why. */
  public void awaitReady(BooleanSupplier ready, Duration bound) {
    var deadline = System.nanoTime() + bound.toNanos();
    while (!ready.getAsBoolean()) {
      var ended = Signals.endsWithin(A_MOMENT, process.toHandle());
      if (ended || System.nanoTime() > deadline) {
        kill();
        var what = ended ? "It ended" : "It was not ready within " + bound.toSeconds() + " s";
        throw new IllegalStateException(
            what + ". The end of " + log.file() + ":\n" + lastLines(20));
      }
    }
  }

  /** Asks it to end by this signal, and kills it when it has not done so within the bound. */
  public void stop(String signal, Duration bound) {
    Signals.stop(process.toHandle(), signal, bound);
  }

  /** Kills it, and whatever it started, on the spot. */
  public void kill() {
    Signals.kill(process.toHandle());
  }

  /** The last lines that it wrote to its log, for whoever must find out why. */
  public String lastLines(int count) {
    return log.lastLines(count);
  }

  void send(String signal) {
    Signals.send(signal, process.toHandle());
  }
}
