import type { ListenerEntry, ListenerTable } from './listener.ts'

/** Who listens to what in this process. Filled by the composition root before the first event is written. */
export type Subscriptions = {
  /** Adds a module's listeners. A subscriber is named `<module>/<event type>`: one listener a module and type. */
  register(module: string, listeners: ListenerTable): void
  /** Subscribers of a type of event. */
  subscribersOf(type: string): readonly string[]
  /** Every subscriber of this process. */
  names(): readonly string[]
  /** @throws when nobody of that name is registered */
  entry(subscriber: string): ListenerEntry
  /** Tells the relays of this process that something was committed. */
  wake(): void
  /** Calls `fn` whenever something was committed here. Answers how to stop. */
  onWake(fn: () => void): () => void
}

/** An empty registry of subscribers. */
export function subscriptions(): Subscriptions {
  const entries = new Map<string, ListenerEntry>()
  const byType = new Map<string, string[]>()
  const wakers = new Set<() => void>()
  return {
    register(module, listeners) {
      for (const entry of listeners) {
        const name = `${module}/${entry.type}`
        if (entries.has(name)) throw new Error(`${module} listens twice to ${entry.type}.`)
        entries.set(name, entry)
        byType.set(entry.type, [...(byType.get(entry.type) ?? []), name])
      }
    },
    subscribersOf: (type) => byType.get(type) ?? [],
    names: () => [...entries.keys()],
    entry(subscriber) {
      const entry = entries.get(subscriber)
      if (entry === undefined) throw new Error(`Nobody is registered as ${subscriber}.`)
      return entry
    },
    wake: () => wakers.forEach((fn) => fn()),
    onWake(fn) {
      wakers.add(fn)
      return () => void wakers.delete(fn)
    },
  }
}
