package city.huiwei.booking.ballot;

import java.util.ArrayList;
import java.util.List;

/**
 * The hash tree of RFC 6962: pairs from the left, a last one alone rises as it is, which splits at
 * the largest power of two below the count.
 */
final class Tree {

  /** From the leaves up to the root. */
  private final List<List<Bytes>> levels = new ArrayList<>();

  Tree(List<Bytes> leaves) {
    var hash = Hash.sha256();
    levels.add(leaves);
    for (var level = leaves; level.size() > 1; levels.add(level)) {
      level = above(level, hash);
    }
  }

  private static List<Bytes> above(List<Bytes> level, Hash hash) {
    var above = new ArrayList<Bytes>((level.size() + 1) / 2);
    for (var at = 0; at < level.size(); at += 2) {
      above.add(
          at + 1 < level.size() ? hash.node(level.get(at), level.get(at + 1)) : level.get(at));
    }
    return above;
  }

  /** Of no leaves the hash of nothing, as the RFC says. */
  Bytes root() {
    var top = levels.getLast();
    return top.isEmpty() ? Hash.sha256().of(new byte[0]) : top.getFirst();
  }

  List<PathStep> path(int leaf) {
    var path = new ArrayList<PathStep>();
    var at = leaf;
    for (var level : levels) {
      var neighbour = at ^ 1;
      if (neighbour < level.size()) {
        var side = neighbour < at ? PathStep.Side.LEFT : PathStep.Side.RIGHT;
        path.add(new PathStep(side, level.get(neighbour)));
      }
      at >>= 1;
    }
    return path;
  }

  /** Where a path leads from a leaf. */
  static Bytes rootOf(Bytes leaf, List<PathStep> path) {
    var hash = Hash.sha256();
    var reached = leaf;
    for (var step : path) {
      reached =
          switch (step.side()) {
            case LEFT -> hash.node(step.hash(), reached);
            case RIGHT -> hash.node(reached, step.hash());
          };
    }
    return reached;
  }
}
