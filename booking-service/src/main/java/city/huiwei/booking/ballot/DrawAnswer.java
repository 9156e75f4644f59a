package city.huiwei.booking.ballot;

/** What was drawn, or why nothing was. */
public sealed interface DrawAnswer permits DrawnList, Refused {}
