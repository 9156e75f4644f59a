package city.huiwei.ops.inbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest messages, in memory alone; older ones are forgotten. */
final class Inbox {

  private static final int MOST = 200;

  private final Deque<Received> messages = new ArrayDeque<>();

  /** The same message again takes the place of the one before. */
  synchronized void add(Received message) {
    var before = messages.stream().filter(message::isSameAs).mapToInt(Received::times).sum();
    messages.removeIf(message::isSameAs);
    messages.addFirst(message.again(before + 1));
    if (messages.size() > MOST) {
      messages.removeLast();
    }
  }

  /** The newest first. */
  synchronized List<Received> all() {
    return List.copyOf(messages);
  }
}
