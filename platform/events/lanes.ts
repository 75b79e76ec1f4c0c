import { type Delivery, laneOf } from './delivery.ts'

/** Claimed deliveries that wait for their turn: those of one lane strictly one after another. */
export type Lanes = {
  /** Adds deliveries in the order they are to be handed over. */
  add(deliveries: readonly Delivery[]): void
  /** The next one that may start now; it keeps its lane busy until `done` or `abandon`. */
  next(): Delivery | undefined
  /** It was handled: the next of its lane may start. */
  done(delivery: Delivery): void
  /** It failed: answers those behind it in its lane, which may not start before it. */
  abandon(delivery: Delivery): readonly Delivery[]
  /** Empties everything that has not started. */
  clear(): readonly Delivery[]
}

/** Empty lanes. */
export function lanes(): Lanes {
  let ready: Delivery[] = []
  const behind = new Map<string, Delivery[]>()

  function takeLane(delivery: Delivery): Delivery[] {
    const lane = laneOf(delivery)
    if (lane === null) return []
    const waiting = behind.get(lane) ?? []
    behind.delete(lane)
    return waiting
  }

  return {
    add(deliveries) {
      for (const delivery of deliveries) {
        const lane = laneOf(delivery)
        const waiting = lane === null ? undefined : behind.get(lane)
        if (waiting !== undefined) waiting.push(delivery)
        else {
          ready.push(delivery)
          if (lane !== null) behind.set(lane, [])
        }
      }
    },
    next: () => ready.shift(),
    done(delivery) {
      const [first, ...rest] = takeLane(delivery)
      if (first === undefined) return
      ready.push(first)
      behind.set(laneOf(first) ?? '', rest)
    },
    abandon: takeLane,
    clear() {
      const waiting = [...ready, ...[...behind.values()].flat()]
      ready = []
      behind.clear()
      return waiting
    },
  }
}
