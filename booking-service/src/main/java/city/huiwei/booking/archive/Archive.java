package city.huiwei.booking.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Keeps files that are sealed already, each under its document's number. It waits for disks and
 * networks, so nobody calls it on an event loop.
 */
interface Archive {

  /** Takes a file; once this returns it outlives a crash, and is gone from where it was. */
  void keep(UUID document, Path sealed) throws IOException;

  /**
   * @throws NoSuchFileException where nothing is kept under that number
   */
  InputStream open(UUID document) throws IOException;

  /** Nothing is kept under that number any more, if anything was. */
  void remove(UUID document) throws IOException;
}
