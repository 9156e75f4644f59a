package city.huiwei.booking.booking;

import city.huiwei.booking.Doors;
import city.huiwei.booking.TestCity;
import city.huiwei.booking.contract.FrontDesk;

/** The same contract without HTTP between. */
class FrontDeskInProcessTest extends FrontDeskContractTest {

  @Override
  FrontDesk as(TestCity city, String person) {
    return Doors.inProcess(city, person, FrontDesk.class);
  }

  @Override
  String notFound() {
    return "not-found";
  }

  @Override
  String wrongState() {
    return "wrong-state";
  }

  @Override
  String notTheDay() {
    return "not-the-day";
  }

  @Override
  String forbidden() {
    return "Access Denied";
  }
}
