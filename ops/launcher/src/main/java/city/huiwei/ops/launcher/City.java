package city.huiwei.ops.launcher;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All parts of a city: servers first and last, programs in between. */
final class City {

  private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

  private final List<Running> servers;
  private final List<Running> programs;

  City(List<Part> servers, List<Part> programs) {
    this.servers = servers.stream().map(Running::new).toList();
    this.programs = programs.stream().map(Running::new).toList();
  }

  /** Returns when every part is ready; fails with the first that is not. */
  void start() {
    allAtOnce(servers, Running::start);
    allAtOnce(programs, Running::start);
  }

  /** Programs go first, so that what they are doing can still be written down. */
  void stop() {
    allAtOnce(programs, Running::stop);
    allAtOnce(servers, Running::stop);
  }

  private static void allAtOnce(List<Running> parts, Consumer<Running> step) {
    var steps =
        parts.stream().map(part -> CompletableFuture.runAsync(() -> step.accept(part), THREADS));
    untilAllOrTheFirstFailure(steps.toList());
  }

  private static void untilAllOrTheFirstFailure(List<CompletableFuture<Void>> steps) {
    var failed = new CompletableFuture<Void>();
    steps.forEach(step -> step.exceptionally(failure -> fail(failed, failure)));
    var all = CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new));
    try {
      CompletableFuture.anyOf(all, failed).join();
    } catch (CompletionException failure) {
      var first = Objects.requireNonNullElse(failure.getCause(), failure);
      throw new IllegalStateException(first.getMessage(), first);
    }
  }

  private static @Nullable Void fail(CompletableFuture<Void> all, Throwable failure) {
    all.completeExceptionally(failure);
    return null;
  }
}
