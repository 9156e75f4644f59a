package city.huiwei.ops.launcher;

import city.huiwei.ops.servers.Child;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A part of the city that is kept running until it is stopped. */
final class Running {

  private static final Duration STARTING = Duration.ofMinutes(2);
  private static final Duration SETTLED = Duration.ofSeconds(30);
  private static final int RESTARTS = 3;

  private static final Executor WATCHERS = task -> Thread.ofPlatform().daemon().start(task);

  private final Part part;
  private @Nullable Child child;
  private boolean stopping;
  private int restarts;

  Running(Part part) {
    this.part = part;
  }

  /** Starts it and waits until it is ready. */
  void start() {
    var since = Instant.now();
    var started = begun();
    var ready = Instant.now();
    var taken = Screen.seconds(Duration.between(since, ready));
    Screen.say(part.name(), "ready on port " + part.port() + " after " + taken);
    var _ = started.onExit().thenAcceptAsync(status -> ended(started, status, ready), WATCHERS);
  }

  /** Asks it to end, or kills it after its time, and keeps it from starting again. */
  void stop() {
    var last = end();
    if (last != null) {
      last.stop(part.ending(), part.patience());
    }
  }

  private Child begun() {
    try {
      var started = begin();
      started.awaitReady(part.ready(), STARTING);
      return started;
    } catch (RuntimeException failure) {
      throw new IllegalStateException(part.name() + ": " + failure.getMessage(), failure);
    }
  }

  private synchronized Child begin() {
    if (stopping) {
      throw new IllegalStateException("not started, as the city is stopping");
    }
    child = part.start().get();
    return child;
  }

  private synchronized @Nullable Child end() {
    stopping = true;
    return child;
  }

  private synchronized boolean isStopping() {
    return stopping;
  }

  private void ended(Child last, int status, Instant ready) {
    if (isStopping()) {
      return;
    }
    if (ready.plus(SETTLED).isBefore(Instant.now())) {
      restarts = 0;
    }
    Screen.say(part.name(), "ended unexpectedly, with status " + status);
    Screen.say(last.lastLines(8).indent(4).stripTrailing());
    restart();
  }

  private void restart() {
    while (restarts < RESTARTS && !isStopping()) {
      restarts++;
      Screen.say(part.name(), "starts again, %d of %d".formatted(restarts, RESTARTS));
      try {
        start();
        return;
      } catch (RuntimeException failure) {
        Screen.say(String.valueOf(failure.getMessage()));
      }
    }
    if (!isStopping()) {
      Screen.say(part.name(), "stays down; the rest of the city goes on");
    }
  }
}
