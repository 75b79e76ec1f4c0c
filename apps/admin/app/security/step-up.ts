import { useSyncExternalStore } from 'react'

/** Somebody is asked to prove again who they are; `settle` says whether they did. */
export type AskedProof = { readonly settle: (proven: boolean) => void }

let asked: { proof: AskedProof; answer: Promise<boolean> } | null = null
let dialogs = 0
const listeners = new Set<() => void>()

function tell() {
  for (const listener of listeners) listener()
}

/**
 * Opens the dialog that asks for a proof, one for all calls that wait for it. Answers whether it was given; false at
 * once where no page with the dialog is open.
 */
export function askForProof(): Promise<boolean> {
  if (dialogs === 0) return Promise.resolve(false)
  if (asked !== null) return asked.answer
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const settle = (proven: boolean) => {
    asked = null
    tell()
    resolve(proven)
  }
  asked = { proof: { settle }, answer: promise }
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

/** The proof that is asked for now, for the one dialog of a page. */
export function useAskedProof(): AskedProof | null {
  return useSyncExternalStore(subscribe, () => asked?.proof ?? null)
}
