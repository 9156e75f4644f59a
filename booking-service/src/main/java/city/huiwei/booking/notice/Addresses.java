package city.huiwei.booking.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Where people can be reached. Whoever keeps applications says so by a bean, asked in the moment of
 * sending: no address is written down a second time.
 */
@FunctionalInterface
public interface Addresses {

  Mono<Address> of(UUID application);

  /**
   * @param email absent where nobody gave one
   * @param mobile absent where the telephone is a landline
   */
  record Address(@Nullable String email, @Nullable String mobile) {

    @Nullable String on(Channel channel) {
      return switch (channel) {
        case EMAIL -> email;
        case SMS -> mobile;
      };
    }

    /** Never prints one. */
    @Override
    public String toString() {
      return "an address";
    }
  }
}
