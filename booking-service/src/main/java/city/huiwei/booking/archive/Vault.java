package city.huiwei.booking.archive;

import com.google.crypto.tink.StreamingAead;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Seals documents on their way in and opens them on their way out, piece by piece. A document is
 * bound to its number, so that a file that was put in another's place does not open. What is waited
 * for here is waited for on threads that may wait.
 */
public final class Vault {

  private final Archive archive;
  private final StreamingAead sealing;
  private final Path arriving;

  /**
   * @param arriving where files stand, sealed, until they are whole
   */
  Vault(Archive archive, StreamingAead sealing, Path arriving) {
    this.archive = archive;
    this.sealing = sealing;
    this.arriving = arriving;
  }

  /** Where to write a document that is on its way in; what is closed is not yet kept. */
  public OutputStream receive(UUID document) throws IOException {
    Files.createDirectories(arriving);
    var file = Files.newOutputStream(place(document));
    try {
      return sealing.newEncryptingStream(file, row(document));
    } catch (GeneralSecurityException failure) {
      file.close();
      throw new IllegalStateException("could not seal", failure);
    }
  }

  /** Keeps what was received whole. */
  public void keep(UUID document) throws IOException {
    archive.keep(document, place(document));
  }

  /** The document's own bytes; reading them fails where they are not what was kept. */
  public InputStream open(UUID document) throws IOException {
    var sealed = archive.open(document);
    try {
      return sealing.newDecryptingStream(sealed, row(document));
    } catch (GeneralSecurityException failure) {
      sealed.close();
      throw new IllegalStateException("could not open", failure);
    }
  }

  /** Nothing is left of it, however far it had come. */
  public void remove(UUID document) throws IOException {
    Files.deleteIfExists(place(document));
    archive.remove(document);
  }

  private Path place(UUID document) {
    return arriving.resolve(document.toString());
  }

  private static byte[] row(UUID document) {
    return ("document/" + document + "/content").getBytes(StandardCharsets.UTF_8);
  }
}
