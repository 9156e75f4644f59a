package city.huiwei.booking.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every archive does, wherever it keeps things. */
abstract class ArchiveContractTest {

  private static final String KEYSET =
      """
      {"primaryKeyId": 119252140, "key": [{"keyData": {"typeUrl":
      "type.googleapis.com/google.crypto.tink.AesGcmHkdfStreamingKey", "value":
      "EggIgIAEECAYAxogUiYNGKpkt+vDBAHmJ6yOUlR5Xre+vbS3EYi1AL475GY=", "keyMaterialType":
      "SYMMETRIC"}, "status": "ENABLED", "keyId": 119252140, "outputPrefixType": "RAW"}]}
      """;

  @TempDir Path folder;

  abstract ArchiveSettings settings();

  /** All bytes that lie in it, sealed as they are. */
  abstract String everything() throws IOException;

  @Test
  void whatIsKeptIsOpenedAsItWasUntilItIsRemoved() throws IOException {
    var archive = Storage.archive(settings());
    var one = UUID.randomUUID();
    var two = UUID.randomUUID();
    var file = file("one");
    archive.keep(one, file);
    archive.keep(two, file("two"));
    assertThat(file).as("it was taken").doesNotExist();
    assertThat(read(archive.open(one))).isEqualTo("one");

    archive.remove(one);
    assertThatThrownBy(() -> archive.open(one)).isInstanceOf(NoSuchFileException.class);
    assertThat(read(archive.open(two))).isEqualTo("two");
  }

  @Test
  void whatIsNotThereIsRemovedAllTheSame() {
    var archive = Storage.archive(settings());
    assertThatCode(() -> archive.remove(UUID.randomUUID())).doesNotThrowAnyException();
  }

  @Test
  void aDocumentOfManyPiecesComesBackAsItWent() throws IOException {
    var vault = vault();
    var content = new byte[3_000_000];
    new Random(1).nextBytes(content);
    var id = UUID.randomUUID();
    keep(vault, id, content);
    try (var opened = vault.open(id)) {
      assertThat(opened.readAllBytes()).isEqualTo(content);
    }
  }

  @Test
  void nobodyReadsInTheArchiveWhatADocumentSays() throws IOException {
    keep(vault(), UUID.randomUUID(), "林秀英 440305".repeat(100).getBytes(StandardCharsets.UTF_8));
    assertThat(everything()).isNotEmpty().doesNotContain("440305");
  }

  @Test
  void whatWasPutInAnothersPlaceDoesNotOpen() throws IOException {
    var archive = Storage.archive(settings());
    var vault = vault();
    var one = UUID.randomUUID();
    var two = UUID.randomUUID();
    keep(vault, one, "one".getBytes(StandardCharsets.UTF_8));
    var moved = folder.resolve("moved");
    try (var sealed = archive.open(one)) {
      Files.copy(sealed, moved);
    }
    archive.keep(two, moved);
    assertThatThrownBy(() -> read(vault.open(two))).isInstanceOf(IOException.class);
    assertThat(read(vault.open(one))).isEqualTo("one");
  }

  @Test
  void whatCameHalfIsRemovedLikeWhatCameWhole() throws IOException {
    var vault = vault();
    var half = UUID.randomUUID();
    vault.receive(half).close();
    assertThat(arriving()).isNotEmpty();
    vault.remove(half);
    assertThat(arriving()).isEmpty();
    assertThatThrownBy(() -> vault.keep(half)).isInstanceOf(IOException.class);
  }

  private String[] arriving() {
    return folder.resolve("arriving").toFile().list();
  }

  private Vault vault() {
    return new Storage().vault(settings());
  }

  private static void keep(Vault vault, UUID id, byte[] content) throws IOException {
    try (var sealed = vault.receive(id)) {
      sealed.write(content);
    }
    vault.keep(id);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve(UUID.randomUUID().toString()), content);
  }

  private static String read(InputStream stream) throws IOException {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static String keyset() {
    return KEYSET.replace("\n", " ");
  }
}
