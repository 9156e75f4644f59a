package city.huiwei.booking.childcare;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.residence.Residence;

/** A seat with what it comes from. */
public record SeatHeld(Seat seat, Residence residence, Application application) {}
