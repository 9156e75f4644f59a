-- What every load needs: ids, dates, tokens, counts, and one line at the end that the bench reads.
-- What differs is said in the environment, so that no token stands on a command line.
local ffi = require("ffi")
ffi.cdef [[
  typedef struct { long seconds; long micros; } bench_time;
  int gettimeofday(bench_time *time, void *zone);
]]
local now = ffi.new("bench_time")
local micros_now = function()
  ffi.C.gettimeofday(now, nil)
  return tonumber(now.seconds) * 1000000 + tonumber(now.micros)
end

local threads = {}
local common = {}

function common.setting(name)
  return os.getenv("BENCH_" .. name) or error("BENCH_" .. name .. " is not set")
end

function common.lines(path)
  local lines = {}
  for line in io.lines(path) do lines[#lines + 1] = line end
  return lines
end

-- Threads of one wrk, and wrks of one moment, must not draw the same numbers.
function common.seed(thread)
  math.randomseed(micros_now() % 1000000007 + thread * 7919)
end

-- A UUIDv7: 48 bits of milliseconds, then random ones.
function common.uuid()
  local millis = math.floor(micros_now() / 1000)
  local random = math.random
  return string.format("%08x-%04x-7%03x-%04x-%04x%08x",
    math.floor(millis / 65536), millis % 65536, random(0, 4095),
    32768 + random(0, 16383), random(0, 65535), random(0, 2147483647) * 2 + random(0, 1))
end

-- The days from the first on, as text. Noon, so that no change of the clocks moves a day.
function common.days(first, count)
  local year, month, day = first:match("(%d+)-(%d+)-(%d+)")
  local days = {}
  for n = 0, count do
    days[n] = os.date("%Y-%m-%d", os.time { year = year, month = month, day = day + n, hour = 12 })
  end
  return days
end

function common.request(method, path, token, headers, body)
  return method .. " " .. path .. " HTTP/1.1\r\nHost: " .. wrk.headers["Host"] .. "\r\n"
    .. (token and "Authorization: Bearer " .. token .. "\r\n" or "")
    .. headers
    .. (body and "Content-Type: application/json\r\nContent-Length: " .. #body .. "\r\n\r\n" .. body or "\r\n")
end

function setup(thread)
  thread:set("number", #threads)
  threads[#threads + 1] = thread
end

-- Counts of all threads together; of "next" the largest.
local function counted()
  local all = {}
  for _, thread in ipairs(threads) do
    for name, count in pairs(thread:get("counts") or {}) do
      all[name] = name == "next" and math.max(all[name] or 0, count) or (all[name] or 0) + count
    end
  end
  return all
end

function done(summary, latency, _)
  local words = {
    "bench",
    "requests=" .. summary.requests,
    "micros=" .. summary.duration,
    "p50=" .. math.floor(latency:percentile(50)),
    "p99=" .. math.floor(latency:percentile(99)),
    "connect=" .. summary.errors.connect,
    "read=" .. summary.errors.read,
    "write=" .. summary.errors.write,
    "timeout=" .. summary.errors.timeout,
    "failed=" .. summary.errors.status,
  }
  for name, count in pairs(counted()) do
    words[#words + 1] = name .. "=" .. string.format("%d", count)
  end
  print(table.concat(words, " "))
end

return common
