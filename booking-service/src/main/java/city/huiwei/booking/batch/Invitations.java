package city.huiwei.booking.batch;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.ballot.Bytes;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The places of enterprises' own lists; codes are kept as their SHA-256. */
@Repository
class Invitations {

  private final DatabaseClient database;

  Invitations(DatabaseClient database) {
    this.database = database;
  }

  /** A list's codes in its order. */
  Mono<Void> add(UUID batch, String allotment, List<String> codes) {
    return database
        .sql(
            """
            insert into batch_invitation (batch, allotment, place, code_hash)
            select :batch, :allotment, place, code_hash
            from unnest(:hashes::text[]) with ordinality i (code_hash, place)
            """)
        .bind("batch", batch)
        .bind("allotment", allotment)
        .bind("hashes", codes.stream().map(Invitations::hash).toArray(String[]::new))
        .then();
  }

  /** Empty when nobody was given this code. */
  Mono<Entry.Invitation> withCode(UUID batch, String code) {
    return database
        .sql(
            """
            select allotment, place from batch_invitation
            where batch = :batch and code_hash = :hash
            """)
        .bind("batch", batch)
        .bind("hash", hash(code))
        .map(row ->
            new Entry.Invitation(
                requireNonNull(row.get("allotment", String.class)),
                requireNonNull(row.get("place", Integer.class))))
        .one();
  }

  private static String hash(String code) {
    return Bytes.ofText(code).sha256().hex();
  }
}
