package city.huiwei.booking.ballot;

/** A list that changes no more, or why there is none. */
public sealed interface FreezeAnswer permits TicketList, Refused {}
