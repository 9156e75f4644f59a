package city.huiwei.booking.archive;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.UUID;

/** An archive in a folder of this machine, or one that all machines share. */
final class FolderArchive implements Archive {

  private final Path folder;

  FolderArchive(Path folder) {
    this.folder = folder;
  }

  @Override
  public void keep(UUID document, Path sealed) throws IOException {
    var beside = beside(document);
    Files.createDirectories(beside);
    force(sealed, WRITE);
    Files.move(sealed, place(document), ATOMIC_MOVE);
    // The name is as lasting as the content only once its folder is written too.
    force(beside, READ);
  }

  @Override
  public InputStream open(UUID document) throws IOException {
    return Files.newInputStream(place(document));
  }

  @Override
  public void remove(UUID document) throws IOException {
    Files.deleteIfExists(place(document));
  }

  private Path place(UUID document) {
    return beside(document).resolve(document.toString());
  }

  /** The end of a number is random, so the folders fill evenly. */
  private Path beside(UUID document) {
    var number = document.toString();
    return folder.resolve(number.substring(number.length() - 2));
  }

  private static void force(Path path, OpenOption how) throws IOException {
    try (var channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }
}
