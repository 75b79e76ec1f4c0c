import { Redis } from 'ioredis'
import type { Log } from '../log/log.ts'

/** A connection to Redis that never lets anybody wait for one that is gone. */
export type RedisConnection = {
  /** Runs a script by its digest, and hands its text over where Redis does not know it yet. */
  readonly run: (script: RedisScript, keys: readonly string[], values: readonly string[]) => Promise<unknown>
  close(): Promise<void>
}

export type RedisScript = { readonly text: string; readonly sha1: string }

const CONNECT_MS = 1_000
const ANSWER_MS = 500
const RETRY_MS = 2_000

/** Connects in the background, and again whenever the connection is lost; meanwhile every call fails at once. */
export function openRedis(url: string, log: Log): RedisConnection {
  const client = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: CONNECT_MS,
    commandTimeout: ANSWER_MS,
    retryStrategy: (times: number) => Math.min(times * 100, RETRY_MS),
    connectionName: 'rampart',
  })
  let wasReady = false
  // Without a listener an error of the connection would end the process.
  client.on('error', (error: unknown) => {
    if (wasReady) log.warn('Redis went away', { error })
    wasReady = false
  })
  client.on('ready', () => {
    wasReady = true
    log.debug('connected to Redis')
  })
  return {
    run: async ({ text, sha1 }, keys, values) => {
      try {
        return await client.evalsha(sha1, keys.length, ...keys, ...values)
      } catch (error) {
        if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error
        return client.eval(text, keys.length, ...keys, ...values)
      }
    },
    close: () => {
      client.disconnect()
      return Promise.resolve()
    },
  }
}
