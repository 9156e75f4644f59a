package city.huiwei.console.occupancy;

import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Flux;

/** Inventory's word that something changed, and not what; between the changes, that it is alive. */
interface Following {

  @GetExchange(url = "/api/occupancy/changes", accept = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<String>> changes();
}
