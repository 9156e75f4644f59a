package city.huiwei.booking.draw;

import static city.huiwei.booking.draw.PublicDraw.hex;

import city.huiwei.booking.ballot.Round;
import city.huiwei.booking.contract.DrawDesk;
import city.huiwei.booking.contract.DrawDesk.DrawFile;
import city.huiwei.booking.contract.DrawDesk.DrawLine;
import city.huiwei.booking.contract.DrawDesk.NewDraw;
import city.huiwei.booking.contract.DrawDesk.Replacement;
import java.util.List;

/** A draw in the contract's words. */
final class DrawVoice {

  private DrawVoice() {}

  static DrawLine line(DrawRecord draw) {
    var said = draw.announcement();
    return new DrawLine(
        said.draw(),
        DrawDesk.Kind.valueOf(said.kind().name()),
        said.subject(),
        DrawDesk.State.valueOf(draw.state().name()),
        draw.count(),
        said.closes(),
        said.drawsAt(),
        draw.announcedAt());
  }

  static DrawFile file(DrawRecord draw, long tickets, List<DrawDesk.Done> done) {
    var said = draw.announcement();
    var next = StepOrder.next(draw.state()).map(step -> DrawDesk.Step.valueOf(step.name()));
    return new DrawFile(
        line(draw),
        said.rulesVersion(),
        said.capacity(),
        said.reserves().stream()
            .map(reserve -> new DrawDesk.Reserve(reserve.category(), reserve.places()))
            .toList(),
        said.reserveOrder(),
        said.round().text(),
        draw.commitment().hex(),
        hex(draw.root()),
        draw.witnessDigits(),
        hex(draw.officeSeed()),
        hex(draw.beaconValue()),
        hex(draw.key()),
        said.replaces(),
        tickets,
        done,
        next.orElse(null),
        draw.readAt());
  }

  static DrawDesk.Done done(Draws.Entry entry) {
    return new DrawDesk.Done(entry.at(), DrawDesk.Step.valueOf(entry.step()), entry.reason());
  }

  static Announcement announcement(NewDraw asked, String operator, Round round) {
    return new Announcement(
        asked.draw(),
        Announcement.Kind.valueOf(asked.kind().name()),
        asked.subject(),
        operator,
        asked.rulesVersion(),
        asked.capacity(),
        asked.reserves().stream()
            .map(reserve -> new Announcement.Reserve(reserve.category(), reserve.places()))
            .toList(),
        asked.reserveOrder(),
        asked.closes(),
        asked.drawsAt(),
        round,
        null);
  }

  static Announcement replacing(Announcement broken, Replacement asked, Round round) {
    return new Announcement(
        asked.draw(),
        broken.kind(),
        broken.subject(),
        broken.operator(),
        broken.rulesVersion(),
        broken.capacity(),
        broken.reserves(),
        broken.reserveOrder(),
        asked.closes(),
        asked.drawsAt(),
        round,
        broken.draw());
  }
}
