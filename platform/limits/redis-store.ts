import { createHash } from 'node:crypto'
import type { RedisConnection, RedisScript } from '../cache/redis.ts'
import type { CounterStore, Taken } from './counter-store.ts'
import { SLOTS, slotMs } from './window.ts'

// A hash for each key: the field is a slot's running number, the value its count. By the clock of Redis.
const text = `
local now = redis.call('TIME')
local ms = now[1] * 1000 + math.floor(now[2] / 1000)
local answers = {}
for i, key in ipairs(KEYS) do
  local amount, length, most = tonumber(ARGV[3 * i - 2]), tonumber(ARGV[3 * i - 1]), tonumber(ARGV[3 * i])
  local slot = math.floor(ms / length)
  local counts, used = {}, 0
  for s = 1, ${String(SLOTS + 1)} do counts[s] = 0 end
  local fields = redis.call('HGETALL', key)
  for f = 1, #fields, 2 do
    local age = slot - tonumber(fields[f])
    if age > ${String(SLOTS)} then
      redis.call('HDEL', key, fields[f])
    else
      local place = math.max(age, 0) + 1
      counts[place] = counts[place] + tonumber(fields[f + 1])
      used = used + tonumber(fields[f + 1])
    end
  end
  local accepted = 0
  if most == 0 or used + amount <= most then
    accepted = 1
    counts[1] = counts[1] + amount
    redis.call('HINCRBY', key, string.format('%d', slot), amount)
    redis.call('PEXPIRE', key, math.ceil(length * ${String(SLOTS + 1)}))
  end
  answers[i] = { accepted, math.floor(ms - slot * length), counts }
end
return answers`

const script: RedisScript = { text, sha1: createHash('sha1').update(text).digest('hex') }

/** Counts in Redis by the rule of `window.ts`, in one script for all takings. `hash` hides who is counted. */
export function redisStore(redis: RedisConnection, hash: (key: string) => Buffer): CounterStore {
  return {
    take: async (takings) => {
      if (takings.length === 0) return []
      const keys = takings.map(({ key }) => `rampart:limit:${hash(key).toString('base64url')}`)
      const values = takings.flatMap(({ amount, windowSeconds, max }) =>
        [amount, slotMs(windowSeconds), max ?? 0].map(String),
      )
      return ((await redis.run(script, keys, values)) as Answer[]).map(takenOf)
    },
    close: () => redis.close(),
  }
}

type Answer = readonly [accepted: number, sinceSlotMs: number, counts: readonly number[]]

function takenOf([accepted, sinceSlotMs, counts]: Answer): Taken {
  return { accepted: accepted === 1, counts, sinceSlotMs }
}
