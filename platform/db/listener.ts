import pg from 'pg'
import type { ClientConfig } from 'pg'
import type { DbLog } from './db-event.ts'

type Subscription = { readonly fn: (payload: string) => void; readonly onReconnect: (() => void) | undefined }

/** One connection that hears every NOTIFY of this process. */
export type Listener = {
  listen(
    channel: string,
    fn: (payload: string) => void,
    onReconnect?: () => void,
  ): Promise<() => Promise<void>>
  close(): Promise<void>
}

const firstDelay = 100
const maxDelay = 5_000
const heartbeat = 30_000

/**
 * Connects with the first subscription, and again by itself whenever the connection is lost. What was notified in
 * between is lost: `onReconnect` tells a subscriber to look for itself.
 */
export function openListener(config: ClientConfig, log: DbLog): Listener {
  const channels = new Map<string, Set<Subscription>>()
  let current: Promise<pg.Client> | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false
  let gap = false

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client(config)
    let lost = false
    const onLost = (error: unknown): void => {
      if (lost) return
      lost = true
      clearInterval(beat)
      client.removeAllListeners('notification')
      void client.end().catch(() => undefined)
      if (closed) return
      gap = true
      log({ kind: 'listener-lost', error })
      scheduleReconnect(firstDelay)
    }
    const beat = setInterval(() => void client.query('SELECT 1').catch(onLost), heartbeat).unref()
    // An error before the connection stands is thrown by connect() below.
    client.on('error', () => undefined)
    try {
      await client.connect()
      client.on('error', onLost)
      client.on('end', () => onLost(new Error('the connection ended')))
      client.on('notification', ({ channel, payload }) => deliver(channel, payload ?? ''))
      if (channels.size > 0)
        await client.query([...channels.keys()].map((name) => `LISTEN "${name}"`).join(';'))
      if (closed) throw new Error('the database is closed')
      return client
    } catch (error) {
      lost = true
      clearInterval(beat)
      void client.end().catch(() => undefined)
      throw error
    }
  }

  function scheduleReconnect(delay: number): void {
    current = undefined
    clearTimeout(timer)
    timer = setTimeout(() => void reconnect(delay), delay)
  }

  async function reconnect(delay: number): Promise<void> {
    if (closed || current) return
    try {
      await open()
    } catch {
      if (!closed) scheduleReconnect(Math.min(delay * 2, maxDelay))
    }
  }

  function restored(): void {
    if (!gap) return
    gap = false
    log({ kind: 'listener-restored' })
    for (const [channel, subscriptions] of channels) {
      for (const { onReconnect } of subscriptions) guarded(channel, () => onReconnect?.())
    }
  }

  function open(): Promise<pg.Client> {
    const opening = (current ??= connect())
    opening.then(restored, () => {
      if (current === opening) current = undefined
    })
    return opening
  }

  function deliver(channel: string, payload: string): void {
    for (const { fn } of channels.get(channel) ?? []) guarded(channel, () => fn(payload))
  }

  function guarded(channel: string, call: () => void): void {
    try {
      call()
    } catch (error) {
      log({ kind: 'listener-failed', channel, error })
    }
  }

  async function drop(channel: string, subscription: Subscription): Promise<void> {
    const subscriptions = channels.get(channel)
    subscriptions?.delete(subscription)
    if (subscriptions?.size !== 0) return
    channels.delete(channel)
    const client = await current?.catch(() => undefined)
    await client?.query(`UNLISTEN "${channel}"`).catch(() => undefined)
  }

  return {
    async listen(channel, fn, onReconnect) {
      if (!/^[a-z][a-z0-9_]{0,62}$/.test(channel)) throw new Error(`not a channel name: ${channel}`)
      if (closed) throw new Error('the database is closed')
      const subscription = { fn, onReconnect }
      const subscriptions = channels.get(channel) ?? new Set()
      channels.set(channel, subscriptions.add(subscription))
      try {
        const client = await open()
        await client.query(`LISTEN "${channel}"`)
      } catch (error) {
        await drop(channel, subscription)
        throw error
      }
      return () => drop(channel, subscription)
    },
    async close() {
      closed = true
      clearTimeout(timer)
      channels.clear()
      const client = await current?.catch(() => undefined)
      await client?.end().catch(() => undefined)
    },
  }
}
