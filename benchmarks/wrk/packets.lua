-- Signed packets for wrk: a stream interruption with a push session of its own in every request, so that none is a repeat.
-- sign = MD5(key .. t) (intl 38080); MD5 as RFC 1321 describes it, since LuaJIT has none.
local bit = require("bit")
local band, bor, bxor, bnot, rol, tobit = bit.band, bit.bor, bit.bxor, bit.bnot, bit.rol, bit.tobit

local function md5(message)
  local shifts = { { 7, 12, 17, 22 }, { 5, 9, 14, 20 }, { 4, 11, 16, 23 }, { 6, 10, 15, 21 } }
  local length = #message
  message = message .. "\128" .. ("\0"):rep((55 - length) % 64)
  for i = 0, 7 do
    message = message .. string.char(math.floor(length * 8 / 256 ^ i) % 256)
  end
  local a0, b0, c0, d0 = 0x67452301, tobit(0xefcdab89), tobit(0x98badcfe), 0x10325476
  for start = 1, #message, 64 do
    local words = {}
    for i = 0, 15 do
      local w, x, y, z = message:byte(start + 4 * i, start + 4 * i + 3)
      words[i] = tobit(w + x * 256 + y * 65536 + z * 16777216)
    end
    local a, b, c, d = a0, b0, c0, d0
    for i = 0, 63 do
      local round = math.floor(i / 16)
      local f, g
      if round == 0 then
        f, g = bor(band(b, c), band(bnot(b), d)), i
      elseif round == 1 then
        f, g = bor(band(d, b), band(bnot(d), c)), (5 * i + 1) % 16
      elseif round == 2 then
        f, g = bxor(b, c, d), (3 * i + 5) % 16
      else
        f, g = bxor(c, bor(b, bnot(d))), (7 * i) % 16
      end
      local constant = tobit(math.floor(math.abs(math.sin(i + 1)) * 4294967296))
      local sum = tobit(a + f + constant + words[g])
      a, d, c, b = d, c, b, tobit(b + rol(sum, shifts[round + 1][i % 4 + 1]))
    end
    a0, b0, c0, d0 = tobit(a0 + a), tobit(b0 + b), tobit(c0 + c), tobit(d0 + d)
  end
  local hex = ""
  for _, word in ipairs({ a0, b0, c0, d0 }) do
    for i = 0, 3 do
      hex = hex .. string.format("%02x", band(bit.rshift(word, 8 * i), 255))
    end
  end
  return hex
end

assert(md5("abc1231703732078") == "47fe04d374a6348b4b19161bf0f6172b", "the published vector is not reproduced")

local threads = 0
function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

local before, after
local count = 0
function init()
  local t = os.time() + 600
  before = '{"app":"test.domain.com","appid":12345678,"appname":"live","channel_id":"test_stream","errcode":1,'
    .. '"errmsg":"The push client actively stopped the push","event_time":1703731606,"event_type":0,"height":0,'
    .. '"idc_id":34,"node":"42.81.194.37","push_duration":"128581","sequence":"'
    .. os.time() .. number
  after = '","set_id":2,"sign":"' .. md5("adasda131312" .. t) .. '","stream_id":"test_stream",'
    .. '"stream_param":"stream_param=test","t":' .. t .. ',"user_ip":"1.1.1.1","width":0}'
end

local headers = { ["Content-Type"] = "application/json" }
function request()
  count = count + 1
  return wrk.format("POST", nil, headers, before .. string.format("%09d", count) .. after)
end

function done(summary, latency)
  io.write(string.format(
    "requests/s %.0f  p50 %.0f us  p99 %.0f us  requests %d  not 200: %d  errors %d\n",
    summary.requests / (summary.duration / 1e6), latency:percentile(50), latency:percentile(99), summary.requests,
    summary.errors.status, summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
