import { createRequire } from 'node:module'

type Cedar = typeof import('@cedar-policy/cedar-wasm/nodejs')

let loaded: Cedar | undefined

/** The engine that reads and evaluates policies. Loaded with its first use: it is 4 MB of WebAssembly. */
export function cedar(): Cedar {
  loaded ??= createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs') as Cedar
  return loaded
}
