package city.huiwei.booking.archive;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.UUID;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;
import org.jclouds.blobstore.options.ListContainerOptions;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The archive in a bucket, of a server that speaks S3 and keeps things in memory. */
@NullUnmarked
class BucketArchiveTest extends ArchiveContractTest {

  private static final String BUCKET = "evidence";
  private static BlobStoreContext store;
  private static S3Proxy server;

  @BeforeAll
  static void open() throws Exception {
    store = ContextBuilder.newBuilder(new TransientApiMetadata()).build(BlobStoreContext.class);
    server =
        S3Proxy.builder()
            .blobStore(store.getBlobStore())
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, "city", "secret")
            .build();
    server.start();
  }

  @AfterAll
  static void close() throws Exception {
    server.stop();
    store.close();
  }

  @BeforeEach
  void empty() {
    blobs().deleteContainer(BUCKET);
    blobs().createContainerInLocation(null, BUCKET);
  }

  @Override
  ArchiveSettings settings() {
    return settings("secret", server.getPort());
  }

  private ArchiveSettings settings(String secret, int port) {
    var endpoint = URI.create("http://127.0.0.1:" + port);
    var bucket = new ArchiveSettings.Bucket(BUCKET, endpoint, "us-east-1", "city", secret);
    return new ArchiveSettings(keyset(), folder, bucket);
  }

  @Override
  String everything() throws IOException {
    var all = new StringBuilder();
    for (var blob : blobs().list(BUCKET, ListContainerOptions.Builder.recursive())) {
      try (InputStream content =
          blobs().getBlob(BUCKET, blob.getName()).getPayload().openStream()) {
        all.append(new String(content.readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  void whoHasAnotherSecretReadsNothing() {
    var stranger = Storage.archive(settings("guessed", server.getPort()));
    assertThatThrownBy(() -> stranger.open(UUID.randomUUID()))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aStorageThatIsAwayIsAFaultAndNotAnAbsentDocument() {
    var nowhere = Storage.archive(settings("secret", 1));
    assertThatThrownBy(() -> nowhere.open(UUID.randomUUID()))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(NoSuchFileException.class);
  }

  private static BlobStore blobs() {
    return store.getBlobStore();
  }
}
