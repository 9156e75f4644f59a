package city.huiwei.booking.draw;

import city.huiwei.booking.ballot.Blocks;
import city.huiwei.booking.ballot.Blocks.Block;
import city.huiwei.booking.ballot.Bytes;
import city.huiwei.booking.ballot.PathStep;
import city.huiwei.booking.ballot.Ticket;
import city.huiwei.booking.ballot.TicketList;
import city.huiwei.edge.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Shows a draw to everyone: all that is public, and each ticket's way to the root. */
@Service
class Disclosing {

  private static final int PAGE = 2_000;
  private static final int MOST_READERS = 8;
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Draws draws;
  private final Tickets tickets;
  private final Results results;
  private final JsonMapper json;

  /** A published draw of a city is long: so many are sent at once. */
  private final Semaphore readers = new Semaphore(MOST_READERS);

  Disclosing(Draws draws, Tickets tickets, Results results, JsonMapper json) {
    this.draws = draws;
    this.tickets = tickets;
    this.results = results;
    this.json = json;
  }

  Mono<DrawRecord> one(String draw) {
    return draws.one(draw).switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  Mono<List<Draws.Entry>> log(String draw) {
    return draws.log(draw).collectList();
  }

  /** The draw in JSON, a page of tickets at a time. */
  Flux<String> written(DrawRecord draw) {
    var facts = json.writeValueAsString(PublicDraw.of(draw));
    return draw.isPublished()
        ? limited(published(draw, facts.substring(0, facts.length() - 1)))
        : Flux.just(facts);
  }

  private Flux<String> published(DrawRecord draw, String facts) {
    var count = Optional.ofNullable(draw.count()).orElse(0);
    var pages =
        Flux.range(0, (count + PAGE - 1) / PAGE)
            .concatMap(
                page -> page(draw.id(), page * PAGE).map(it -> page == 0 ? it : "," + it), 1);
    return Flux.concat(Flux.just(facts + ",\"tickets\":["), pages, Flux.just("]}"));
  }

  private Mono<String> page(String draw, int after) {
    return results
        .inOrder(draw, after, PAGE)
        .map(PublicTicket::of)
        .map(json::writeValueAsString)
        .collect(Collectors.joining(","));
  }

  private Flux<String> limited(Flux<String> written) {
    return Flux.defer(() ->
        readers.tryAcquire()
            ? written.doFinally(_ -> readers.release())
            : Flux.error(ProblemException.busy(SOON)));
  }

  /** For anybody who knows the ticket, which is random; 404 for one that is not in the list. */
  Mono<Inclusion> inclusion(String draw, String ticket) {
    return one(draw)
        .zipWith(tickets.one(draw, ticket).switchIfEmpty(Mono.error(ProblemException::notFound)))
        .flatMap(found -> {
          var open = Inclusion.open(draw, found.getT2());
          var root = found.getT1().root();
          return root == null ? Mono.just(open) : frozen(open, root);
        });
  }

  private Mono<Inclusion> frozen(Inclusion open, Bytes root) {
    return path(open.draw(), open.ticket())
        .map(path -> open.under(root, path))
        .flatMap(under ->
            results.of(open.draw(), open.ticket()).map(under::drawn).defaultIfEmpty(under));
  }

  private Mono<List<PathStep>> path(String draw, String ticket) {
    return tickets
        .blocks(draw)
        .collectList()
        .flatMap(blocks -> {
          var block = blockOf(ticket, blocks);
          var above = Blocks.path(blocks.stream().map(Block::root).toList(), block);
          return tickets
              .from(draw, blocks.get(block).first())
              .collectList()
              .map(part ->
                  Stream.concat(within(draw, part, ticket).stream(), above.stream()).toList());
        });
  }

  private static int blockOf(String ticket, List<Block> blocks) {
    var block = 0;
    while (block + 1 < blocks.size() && blocks.get(block + 1).first().compareTo(ticket) <= 0) {
      block++;
    }
    return block;
  }

  private static List<PathStep> within(String draw, List<Ticket> part, String ticket) {
    return TicketList.frozen(draw, part) instanceof TicketList list
        ? list.path(ticket).orElseThrow()
        : List.of();
  }
}
