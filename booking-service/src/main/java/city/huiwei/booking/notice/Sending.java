package city.huiwei.booking.notice;

import reactor.core.publisher.Mono;

/** A way to get a message out. There is a bean for each channel that this city has. */
interface Sending {

  Channel channel();

  /** Sends it once; a fault that another try may mend is {@link Outcome.Later}. */
  Mono<Outcome> send(Message message, String address);
}
