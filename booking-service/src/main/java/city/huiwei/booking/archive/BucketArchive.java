package city.huiwei.booking.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** An archive in a bucket of any storage that speaks S3. */
final class BucketArchive implements Archive {

  private final S3Client storage;
  private final String bucket;

  BucketArchive(S3Client storage, String bucket) {
    this.storage = storage;
    this.bucket = bucket;
  }

  @Override
  public void keep(UUID document, Path sealed) throws IOException {
    try {
      storage.putObject(put -> put.bucket(bucket).key(key(document)), RequestBody.fromFile(sealed));
    } catch (SdkException | UncheckedIOException failure) {
      throw new IOException(failure);
    }
    Files.delete(sealed);
  }

  @Override
  public InputStream open(UUID document) throws IOException {
    try {
      return storage.getObject(get -> get.bucket(bucket).key(key(document)));
    } catch (NoSuchKeyException none) {
      throw new NoSuchFileException(key(document));
    } catch (SdkException failure) {
      throw new IOException(failure);
    }
  }

  @Override
  public void remove(UUID document) throws IOException {
    try {
      storage.deleteObject(delete -> delete.bucket(bucket).key(key(document)));
    } catch (SdkException failure) {
      throw new IOException(failure);
    }
  }

  private static String key(UUID document) {
    return "documents/" + document;
  }
}
