import { toClientError, type ClientError } from '@rampart/client/client-error.ts'

/** What a failed command says about single fields, and what is left to say about the form. */
export type FieldErrors = {
  /** The message for the field at `path`, for example `variants.0.price`. */
  at: (path: string, textOf: (error: unknown) => string) => string | undefined
  /** Whether anything at or below `path` is wrong. */
  below: (path: string) => boolean
  /** The failure itself when no field can show it. */
  rest: ClientError | null
}

const none: FieldErrors = { at: () => undefined, below: () => false, rest: null }

/**
 * Sorts a failure by the fields of the form. `places` says at which field a failure with a code of its own belongs:
 * `{ CATALOG_SLUG_TAKEN: 'slug' }`. Where it names further fields, its words stand there too.
 */
export function fieldErrorsOf(thrown: unknown, places: Readonly<Record<string, string>> = {}): FieldErrors {
  if (thrown === null || thrown === undefined) return none
  const error = toClientError(thrown)
  const place = places[error.code]
  const messages = new Map<string, string>()
  for (const { path, message } of error.errors) if (!messages.has(path)) messages.set(path, message)
  // An amount is one field of the form, whichever part of it the server names.
  const find = (path: string) => messages.get(path) ?? messages.get(`${path}.amount`)
  return {
    at: (path, textOf) => {
      const named = find(path)
      if (place === undefined) return named
      return named !== undefined || place === path ? textOf(error) : undefined
    },
    below: (path) =>
      place === path || [...messages.keys()].some((known) => known === path || known.startsWith(`${path}.`)),
    rest: place === undefined ? error : null,
  }
}
