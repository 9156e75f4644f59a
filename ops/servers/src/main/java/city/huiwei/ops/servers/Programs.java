package city.huiwei.ops.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The servers' programs, unpacked once from the class path into a folder. */
record Programs(Path folder) {

  private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");

  Programs {
    folder = folder.toAbsolutePath();
  }

  /** A folder that all tests of this user share. */
  static Programs shared() {
    var name = "huiwei-programs-" + System.getProperty("user.name");
    return new Programs(Path.of(System.getProperty("java.io.tmpdir"), name));
  }

  /** The folder with PostgreSQL's {@code bin}, {@code lib} and {@code share}. */
  Path postgres() {
    return once("postgres-linux-" + (ARM ? "arm_64" : "x86_64") + ".txz", Programs::unpack);
  }

  Path redis() {
    var resource = "redis-server-7.0.15-linux-" + (ARM ? "arm64" : "amd64");
    return once(resource, (in, to) -> write(in, to.resolve("redis-server"), true))
        .resolve("redis-server");
  }

  /** Many may ask at once: each unpacks beside, and the first to move its folder in wins. */
  private Path once(String resource, Unpacking unpacking) {
    try {
      var there = folder.resolve(resource + "-" + fingerprint(resource));
      if (!Files.isDirectory(there)) {
        Files.createDirectories(folder);
        var beside = Files.createTempDirectory(folder, "unpacking");
        try (var in = open(resource)) {
          unpacking.unpack(in, beside);
        }
        moveIn(beside, there);
      }
      return there;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void moveIn(Path beside, Path there) throws IOException {
    try {
      Files.move(beside, there);
    } catch (IOException taken) {
      Folders.delete(beside);
      if (!Files.isDirectory(there)) {
        throw taken;
      }
    }
  }

  /** The content names the folder, so another version of a program never meets an old folder. */
  private static String fingerprint(String resource) throws IOException {
    // Bit by bit: the launcher's heap is hardly larger than what is packed.
    try (var in = new DigestInputStream(open(resource), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static InputStream open(String resource) {
    var in = Programs.class.getResourceAsStream("/" + resource);
    if (in == null) {
      throw new IllegalStateException("This machine's kind has no " + resource);
    }
    return in;
  }

  private static void unpack(InputStream in, Path to) throws IOException {
    var tar = new TarArchiveInputStream(new XZCompressorInputStream(in));
    for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      var file = to.resolve(entry.getName());
      if (entry.isSymbolicLink()) {
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      } else if (!entry.isDirectory()) {
        write(tar, file, (entry.getMode() & 0100) != 0);
      }
    }
  }

  private static void write(InputStream in, Path file, boolean executable) throws IOException {
    Files.createDirectories(file.getParent());
    Files.copy(in, file);
    Files.setPosixFilePermissions(
        file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private interface Unpacking {
    void unpack(InputStream in, Path to) throws IOException;
  }
}
