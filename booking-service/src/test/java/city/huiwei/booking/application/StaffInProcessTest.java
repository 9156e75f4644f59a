package city.huiwei.booking.application;

import city.huiwei.booking.Doors;
import city.huiwei.booking.TestCity;

/** The same contract without HTTP between. */
class StaffInProcessTest extends StaffContractTest {

  @Override
  <T> T as(TestCity city, String person, Class<T> contract) {
    return Doors.inProcess(city, person, contract);
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
  String changedMeanwhile() {
    return "changed-meanwhile";
  }

  @Override
  String invalid() {
    return "invalid-";
  }

  @Override
  String forbidden() {
    return "Access Denied";
  }
}
