package city.huiwei.inventory.intake;

import java.nio.file.Path;

/**
 * A file as it was received.
 *
 * @param digest SHA-256 of its content, in hexadecimal
 */
record Spool(Path path, String digest, long bytes) {}
