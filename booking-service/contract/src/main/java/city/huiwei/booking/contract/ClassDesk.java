package city.huiwei.booking.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/**
 * What operators say of their childcare classes, and what they may take on a day. Classes of other
 * operators are 404.
 */
public interface ClassDesk {

  /**
   * The operator's classes on a day, with the vacancies of the year after it that are known because
   * children grow out of a class.
   *
   * @param day today where absent
   */
  @GetExchange("/api/operator/classes")
  Mono<ClassList> classes(@RequestParam(required = false) @Nullable LocalDate day);

  @PutExchange("/api/operator/classes/{pool}")
  Mono<ClassFile> declare(@PathVariable String pool, @RequestBody Said said);

  /** Declares every class that nothing is said of yet as the stock has it; how many those were. */
  @PutExchange("/api/operator/classes")
  Mono<Declared> declareAsStocked();

  record ClassList(LocalDate day, List<ClassFile> classes, List<KnownVacancy> vacancies) {}

  record Declared(int classes) {}

  /**
   * A class on a day.
   *
   * @param places it may take then
   * @param limit what allows no more
   * @param seated children who sit in it then
   * @param said absent while nothing is declared
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ClassFile(
      String pool,
      String site,
      String classType,
      int fromMonth,
      int toMonth,
      int units,
      int places,
      Limit limit,
      int seated,
      @Nullable Said said) {}

  /** What allows no more places. */
  enum Limit {
    NOT_DECLARED,
    NOT_LICENSED,
    NOT_OPEN,
    CARERS,
    LICENCE,
    CLASS_SIZE,
    UNITS
  }

  /**
   * What is said of a class.
   *
   * @param licensedUntil the first day without the licence, {@code closesOn} the first day on which
   *     it is closed; absent where there is none
   * @param version that was read; 0 before the first
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Said(
      int carers,
      int licensedPlaces,
      LocalDate licensedFrom,
      @Nullable LocalDate licensedUntil,
      LocalDate opensOn,
      @Nullable LocalDate closesOn,
      int version) {}

  /** So many places of a class become free on a day. */
  record KnownVacancy(String pool, LocalDate day, int places) {}
}
