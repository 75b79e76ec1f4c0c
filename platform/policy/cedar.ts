import type * as Cedar from '@cedar-policy/cedar-wasm/nodejs'
import { createRequire } from 'node:module'

let loaded: typeof Cedar | undefined

/** The engine that reads and evaluates policies. Loaded with its first use: it is 4 MB of WebAssembly. */
export function cedar(): typeof Cedar {
  loaded ??= createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs') as typeof Cedar
  return loaded
}
