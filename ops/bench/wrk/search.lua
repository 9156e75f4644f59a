-- The whole city's rooms for three nights, from a day of the window.
local common = dofile(os.getenv("BENCH_SCRIPTS") .. "/common.lua")
local days = common.days(common.setting("FIRST_DAY"), 183)
counts = {}

function init()
  common.seed(number)
end

function request()
  local first = math.random(0, 180)
  return common.request("GET",
    "/api/places?programme=graduate-housing&limit=200&from=" .. days[first] .. "&to=" .. days[first + 3],
    nil, "")
end

function response(status)
  counts[status] = (counts[status] or 0) + 1
end
