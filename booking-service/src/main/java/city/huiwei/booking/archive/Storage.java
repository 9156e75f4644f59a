package city.huiwei.booking.archive;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The vault with this city's key and archive; without a bucket nothing of S3 is even loaded. */
@Configuration(proxyBeanMethods = false)
class Storage {

  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Bean
  Vault vault(ArchiveSettings settings) {
    return new Vault(archive(settings), settings.sealing(), settings.folder().resolve("arriving"));
  }

  static Archive archive(ArchiveSettings settings) {
    var bucket = settings.bucket();
    return bucket == null ? new FolderArchive(settings.folder().resolve("kept")) : in(bucket);
  }

  private static Archive in(ArchiveSettings.Bucket bucket) {
    var storage =
        S3Client.builder()
            .endpointOverride(bucket.endpoint())
            .forcePathStyle(true)
            .region(Region.of(bucket.region()))
            // Not every storage knows the newest check sums, and what is sealed proves itself.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(bucket.accessKey(), bucket.secretKey())))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECTING)
                    .socketTimeout(PATIENCE))
            .build();
    return new BucketArchive(storage, bucket.name());
  }
}
