import type * as Cedar from '@cedar-policy/cedar-wasm/nodejs'
import { createRequire } from 'node:module'

export type Engine = typeof Cedar

// Of WebAssembly, and of a stack that is full.
const BROKEN: readonly string[] = ['RuntimeError', 'RangeError']
const ENGINE = '@cedar-policy/cedar-wasm/nodejs'
let loaded: Engine | undefined

/** The engine that reads and evaluates policies. Loaded with its first use: it is 4 MB of WebAssembly. */
export function cedar(): Engine {
  loaded ??= createRequire(import.meta.url)(ENGINE) as Engine
  return loaded
}

/**
 * What the engine answers; null where it breaks off, as it does on what is too long or too deeply nested for it. An engine
 * that ran out of its stack answers nothing sensible from there on, to anybody: the next question loads another.
 */
export function askCedar<T>(question: (engine: Engine) => T): T | null {
  try {
    return question(cedar())
  } catch (error) {
    if (error instanceof Error && BROKEN.includes(error.name)) letGo()
    return null
  }
}

function letGo(): void {
  loaded = undefined
  const require = createRequire(import.meta.url)
  Reflect.deleteProperty(require.cache, require.resolve(ENGINE))
}
