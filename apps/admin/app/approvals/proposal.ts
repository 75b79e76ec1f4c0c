import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'

/** A call that needs a second person, on its way to be proposed; `settle` says whether it was. */
export type AskedProposal = {
  readonly operation: string
  readonly input: unknown
  readonly settle: (proposed: boolean) => void
}

let asked: AskedProposal | null = null
let dialogs = 0
const listeners = new Set<() => void>()
const made = new Set<() => void>()

function tell() {
  for (const listener of listeners) listener()
}

/**
 * Opens the dialog that proposes a call to somebody else. Answers whether it was proposed; false at once where no page
 * with the dialog is open, or where another proposal is being written.
 */
export function askAnother(call: { operation: string; input: unknown }): Promise<boolean> {
  if (dialogs === 0 || asked !== null) return Promise.resolve(false)
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const settle = (proposed: boolean) => {
    asked = null
    tell()
    resolve(proposed)
    if (proposed) for (const onMade of made) onMade()
  }
  asked = { ...call, settle }
  tell()
  return promise
}

function subscribe(listener: () => void) {
  dialogs += 1
  listeners.add(listener)
  return () => {
    dialogs -= 1
    listeners.delete(listener)
  }
}

/** The call that waits to be proposed, for the one dialog of a page. */
export function useAskedProposal(): AskedProposal | null {
  return useSyncExternalStore(subscribe, () => asked)
}

/** Calls back when a proposal was made while `waiting`: the form that led to it has done its part. */
export function useProposed(waiting: boolean, done: () => void): void {
  const onMade = useEffectEvent(() => {
    if (waiting) done()
  })
  useEffect(() => {
    const listener = () => onMade()
    made.add(listener)
    return () => {
      made.delete(listener)
    }
  }, [])
}
