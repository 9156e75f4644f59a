-- Holds of three nights, a list a request or, where the list is 1, one a request.
local common = dofile(os.getenv("BENCH_SCRIPTS") .. "/common.lua")
local token = common.lines(common.setting("TOKENS"))[1]
local pools = common.lines(common.setting("POOLS"))
local days = common.days(common.setting("FIRST_DAY"), 183)
local list = tonumber(common.setting("LIST"))
counts = { held = 0, refused = 0, unanswered = 0 }

function init()
  common.seed(number)
end

local function ask(hold)
  local first = math.random(0, 180)
  return (hold and '{"hold":"' .. hold .. '",' or "{")
    .. '"pool":"' .. pools[math.random(#pools)]
    .. '","from":"' .. days[first] .. '","to":"' .. days[first + 3] .. '"}'
end

function request()
  if list == 1 then
    return common.request("PUT", "/api/holds/" .. common.uuid(), token, "", ask())
  end
  local asks = {}
  for n = 1, list do asks[n] = ask(common.uuid()) end
  return common.request("PUT", "/api/holds", token, "", "[" .. table.concat(asks, ",") .. "]")
end

function response(status, _, body)
  if status >= 300 then
    counts[tostring(status)] = (counts[tostring(status)] or 0) + 1
    return
  end
  local _, held = body:gsub('"answer":"held"', "")
  local refused = 0
  if held < list then _, refused = body:gsub('"answer":"refused"', "") end
  counts.held = counts.held + held
  counts.refused = counts.refused + refused
  counts.unanswered = counts.unanswered + list - held - refused
end
