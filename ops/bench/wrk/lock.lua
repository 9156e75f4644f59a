-- Bookings of three nights from the comparator: pools 1 to BENCH_POOL_COUNT, or pool 7 where that is 1.
local common = dofile(os.getenv("BENCH_SCRIPTS") .. "/common.lua")
local count = tonumber(common.setting("POOL_COUNT"))
counts = {}

function init()
  common.seed(number)
end

function request()
  local pool = count == 1 and 7 or math.random(count)
  local night = count == 1 and 100 or math.random(177)
  return common.request("POST", "/book", nil, "",
    string.format('{"pool":%d,"person":%d,"from":%d,"to":%d}',
      pool, math.random(1, 2147483647) * 4194304 + math.random(0, 4194303), night, night + 3))
end

function response(status)
  counts[status] = (counts[status] or 0) + 1
end
