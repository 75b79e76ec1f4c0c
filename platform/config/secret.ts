import { inspect } from 'node:util'

const HIDDEN = '[secret]'

/** A secret among the settings. Written down, in whatever way, it says that it is one; only `reveal` tells it. */
export type Secret = { reveal(): string }

/** Wraps a secret, so that no log, answer or page that settings get into shows it. */
export function secretOf(text: string): Secret {
  return Object.freeze({
    reveal: () => text,
    toJSON: () => HIDDEN,
    toString: () => HIDDEN,
    [inspect.custom]: () => HIDDEN,
  })
}
