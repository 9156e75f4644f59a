-- The same question again and again: signed in with many people's tokens, or with none; the answers
-- counted one by one, or not, to see what the counting costs.
local common = dofile(os.getenv("BENCH_SCRIPTS") .. "/common.lua")
local tokens = common.setting("SIGNED_IN") == "true" and common.lines(common.setting("TOKENS")) or {}
local path = common.setting("PATH_ASKED")
counts = {}

function init()
  common.seed(number)
  if common.setting("COUNTED") == "true" then
    response = function(status) counts[status] = (counts[status] or 0) + 1 end
  end
end

function request()
  return common.request("GET", path, tokens[#tokens > 0 and math.random(#tokens) or 1], "")
end
