type Listener = () => void

const listeners = new Set<Listener>()

/** Tells whoever listens that the server does not know this session any more. */
export function announceSessionEnd(): void {
  for (const listener of listeners) listener()
}

/** Calls back when the session has ended; answers how to stop listening. */
export function onSessionEnd(listener: Listener): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
