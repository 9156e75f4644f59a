package city.huiwei.ops.launcher;

import city.huiwei.ops.servers.Child;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A program or server that the city is made of.
 *
 * @param ending the signal that asks it to end
 * @param patience how long it may take to end before it is killed
 */
record Part(
    String name,
    int port,
    Supplier<Child> start,
    BooleanSupplier ready,
    String ending,
    Duration patience) {}
