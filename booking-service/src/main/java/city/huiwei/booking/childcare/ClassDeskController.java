package city.huiwei.booking.childcare;

import city.huiwei.booking.contract.ClassDesk;
import city.huiwei.edge.SignedIn;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The contract on an operator's classes, over HTTP. */
@RestController
@PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
class ClassDeskController implements ClassDesk {

  private static final int FORESEEN_DAYS = 366;

  private final Declaring declaring;

  ClassDeskController(Declaring declaring) {
    this.declaring = declaring;
  }

  @Override
  public Mono<ClassList> classes(@Nullable LocalDate day) {
    return SignedIn.current().flatMap(staff -> declaring.classes(staff, day)).map(this::list);
  }

  private ClassList list(Count count) {
    var vacancies = count.vacancies(count.day().plusDays(FORESEEN_DAYS));
    return new ClassList(
        count.day(),
        count.classes().stream().map(ClassDeskController::file).toList(),
        vacancies.stream()
            .map(it -> new ClassDesk.KnownVacancy(it.pool(), it.day(), it.places()))
            .toList());
  }

  @Override
  @PreAuthorize("hasRole('MANAGER')")
  public Mono<ClassFile> declare(String pool, Said said) {
    var declaration =
        new Declaration(
            pool,
            said.carers(),
            said.licensedPlaces(),
            said.licensedFrom(),
            said.licensedUntil(),
            said.opensOn(),
            said.closesOn(),
            said.version());
    return SignedIn.current()
        .flatMap(staff -> declaring.declare(staff, declaration))
        .map(ClassDeskController::file);
  }

  @Override
  @PreAuthorize("hasRole('MANAGER')")
  public Mono<Declared> declareAsStocked() {
    return SignedIn.current()
        .flatMap(declaring::declareAsStocked)
        .map(classes -> new Declared(Math.toIntExact(classes)));
  }

  private static ClassFile file(ClassCount count) {
    var it = count.of();
    return new ClassFile(
        it.pool(),
        it.site(),
        it.ages().type(),
        it.ages().fromMonth(),
        it.ages().toMonth(),
        it.units(),
        count.capacity().places(),
        Limit.valueOf(count.capacity().limit().name()),
        count.seated(),
        said(count.declared()));
  }

  private static @Nullable Said said(@Nullable Declaration it) {
    return it == null
        ? null
        : new Said(
            it.carers(),
            it.licensedPlaces(),
            it.licensedFrom(),
            it.licensedUntil(),
            it.opensOn(),
            it.closesOn(),
            it.version());
  }
}
