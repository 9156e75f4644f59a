package city.huiwei.inventory.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a spreadsheet may hold. All its parts are read once before anything is made of them: the
 * sizes in a zip's directory may lie, and one row or text alone could fill the memory.
 */
final class XlsxLimits {

  private static final int ENTRIES = 1_000;
  private static final long BYTES = 1L << 30;
  private static final long PLAIN_PART_BYTES = 8L << 20;
  private static final int COLUMNS = 256;
  private static final int TEXT = 1 << 15;
  private static final int FORMULAS = 10_000;
  // What the shared strings need once read: about 64 bytes each and two for every character.
  private static final long SHARED_TEXT_MEMORY = 96L << 20;

  private static final XMLInputFactory FACTORY = factory();

  private long bytes;
  private long partBytes;
  private long partLimit;

  private XlsxLimits() {}

  /** The names of the parts; throws when they are more than can be read in bounded memory. */
  static Set<String> check(Path file) throws IOException, XMLStreamException {
    var names = new HashSet<String>();
    try (var zip = new ZipFile(file.toFile())) {
      require("entries", zip.size(), ENTRIES);
      var limits = new XlsxLimits();
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        limits.checkPart(zip, entry);
        names.add(entry.getName());
      }
    }
    return names;
  }

  private void checkPart(ZipFile zip, ZipEntry entry) throws IOException, XMLStreamException {
    partBytes = 0;
    partLimit = PLAIN_PART_BYTES;
    try (var in = new CountedStream(zip.getInputStream(entry), this::count)) {
      if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
        checkXml(FACTORY.createXMLStreamReader(in));
      } else {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  private void count(int read) {
    bytes += read;
    partBytes += read;
    require("bytes", bytes, BYTES);
    require("part", partBytes, partLimit);
  }

  private void checkXml(XMLStreamReader xml) throws XMLStreamException {
    if (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      var kind = xml.getLocalName();
      boolean isLong = kind.equals("worksheet") || kind.equals("sst");
      partLimit = isLong ? BYTES : PLAIN_PART_BYTES;
      switch (kind) {
        case "worksheet" -> checkSheet(xml);
        case "sst" -> checkSharedTexts(xml);
        default -> checkPlainPart(xml);
      }
    }
  }

  private static void checkSheet(XMLStreamReader xml) throws XMLStreamException {
    int cells = 0;
    int formulas = 0;
    long text = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          switch (xml.getLocalName()) {
            case "row" -> cells = 0;
            case "c" -> {
              text = 0;
              require("columns", Math.max(++cells, column(xml)), COLUMNS);
            }
            case "f" -> require("formulas", ++formulas, FORMULAS);
            default -> {}
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            require("text", text += xml.getTextLength(), TEXT);
        case XMLStreamConstants.END_ELEMENT -> text = xml.getLocalName().equals("c") ? 0 : text;
        case XMLStreamConstants.DTD -> throw new XMLStreamException("DOCTYPE");
        default -> {}
      }
    }
  }

  /** The number of the column in a cell's address such as "AB12"; 0 when it has none. */
  private static int column(XMLStreamReader cell) {
    var address = cell.getAttributeValue(null, "r");
    int column = 0;
    for (int i = 0; address != null && i < address.length() && column <= COLUMNS; i++) {
      int letter = Character.toUpperCase(address.charAt(i)) - 'A' + 1;
      column = letter >= 1 && letter <= 26 ? column * 26 + letter : column;
    }
    return column;
  }

  private static void checkSharedTexts(XMLStreamReader xml) throws XMLStreamException {
    long memory = 0;
    long text = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          boolean begins = xml.getLocalName().equals("si");
          text = begins ? 0 : text;
          memory += begins ? 64 : 0;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          text += xml.getTextLength();
          memory += 2L * xml.getTextLength();
        }
        case XMLStreamConstants.DTD -> throw new XMLStreamException("DOCTYPE");
        default -> {}
      }
      require("text", text, TEXT);
      require("texts", memory, SHARED_TEXT_MEMORY);
    }
  }

  private static void checkPlainPart(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.DTD) {
        throw new XMLStreamException("DOCTYPE");
      }
    }
  }

  private static void require(String what, long found, long limit) {
    if (found > limit) {
      throw new UnreadableFile(
          UnreadableFile.Why.SPREADSHEET_TOO_LARGE, Map.of("what", what, "limit", limit));
    }
  }

  private static XMLInputFactory factory() {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
