package city.huiwei.inventory.hold;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the crowd is kept in order.
 *
 * @param lanes pools hash to this many lanes; all instances should agree on it
 * @param batch requests decided together at most
 * @param queue requests that may wait in a lane; one more hears "busy"
 * @param tries how often a batch is planned anew when the table refuses it
 * @param remembered units and stays that planners remember between batches, in all; some 100 bytes
 *     each
 * @param lock whether lanes take turns across instances through Redis
 * @param lockWait the longest wait for a turn; then the lane goes on without one
 * @param lockLease a turn ends after this by itself
 * @param lockPause after a failure of Redis, how long nobody asks it
 */
@ConfigurationProperties("huiwei.hold")
public record HoldSettings(
    @DefaultValue("8") int lanes,
    @DefaultValue("128") int batch,
    @DefaultValue("2000") int queue,
    @DefaultValue("8") int tries,
    @DefaultValue("1000000") long remembered,
    @DefaultValue("true") boolean lock,
    @DefaultValue("200ms") Duration lockWait,
    @DefaultValue("2s") Duration lockLease,
    @DefaultValue("5s") Duration lockPause) {}
