-- Bookings of three nights by many people. A person has 15 nights, so five such stays, each in a part
-- of the window of its own: they never overlap. Bookings are numbered through all steps: number n is
-- by person n modulo people, so that nobody asks twice at once.
local common = dofile(os.getenv("BENCH_SCRIPTS") .. "/common.lua")
local tokens = common.lines(common.setting("TOKENS"))
local pools = common.lines(common.setting("POOLS"))
local days = common.days(common.setting("FIRST_DAY"), 183)
local step = tonumber(common.setting("THREADS"))
local stays = 5
local part = 36
counts = { next = 0, spent = 0 }

function init()
  common.seed(number)
  counts.next = tonumber(common.setting("NEXT")) + number
end

function request()
  local booking = counts.next
  counts.next = booking + step
  if booking >= #tokens * stays then counts.spent = counts.spent + 1 end
  local person = booking % #tokens
  local first = part * ((math.floor(booking / #tokens) + person) % stays) + math.random(0, part - 3)
  return common.request("POST", "/api/bookings", tokens[person + 1],
    "Idempotency-Key: " .. common.uuid() .. "\r\n",
    '{"pool":"' .. pools[math.random(#pools)]
      .. '","from":"' .. days[first] .. '","to":"' .. days[first + 3] .. '"}')
end

function response(status)
  counts[status] = (counts[status] or 0) + 1
end
