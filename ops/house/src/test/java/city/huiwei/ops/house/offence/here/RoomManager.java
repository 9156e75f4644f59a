package city.huiwei.ops.house.offence.here;

class RoomManager {}
