package city.huiwei.console.contract;

import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Flux;

/** Inventory's word that something changed at a site, and not what. */
public interface SiteNews {

  @GetExchange(url = "/api/occupancy/changes", accept = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<String>> changes(@RequestParam String site);
}
