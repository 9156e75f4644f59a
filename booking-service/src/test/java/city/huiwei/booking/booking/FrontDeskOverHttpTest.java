package city.huiwei.booking.booking;

import city.huiwei.booking.Doors;
import city.huiwei.booking.TestCity;
import city.huiwei.booking.contract.FrontDesk;

/** The contract as the console uses it. */
class FrontDeskOverHttpTest extends FrontDeskContractTest {

  @Override
  FrontDesk as(TestCity city, String person) {
    return Doors.overHttp(city, person, FrontDesk.class);
  }

  @Override
  String notFound() {
    return "404";
  }

  @Override
  String wrongState() {
    return "409";
  }

  @Override
  String notTheDay() {
    return "409";
  }

  @Override
  String forbidden() {
    return "403";
  }
}
