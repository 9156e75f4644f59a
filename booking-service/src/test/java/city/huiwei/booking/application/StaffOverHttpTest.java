package city.huiwei.booking.application;

import city.huiwei.booking.Doors;
import city.huiwei.booking.TestCity;

/** The contract as the console uses it. */
class StaffOverHttpTest extends StaffContractTest {

  @Override
  <T> T as(TestCity city, String person, Class<T> contract) {
    return Doors.overHttp(city, person, contract);
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
  String changedMeanwhile() {
    return "409";
  }

  @Override
  String invalid() {
    return "422";
  }

  @Override
  String forbidden() {
    return "403";
  }
}
