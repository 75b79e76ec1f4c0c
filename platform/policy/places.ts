import type { DetailedError } from '@cedar-policy/cedar-wasm/nodejs'

/** Where something stands in a text: line and character in it, both from 1. */
export type Place = { readonly line: number; readonly column: number }

/** What is wrong with a text of policies, as a sentence, and where; null where it is about the whole. */
export type Problem = { readonly message: string; readonly place: Place | null }

/** The place of a character of a text, counted from 0. */
export function placeOf(text: string, index: number): Place {
  const before = text.slice(0, index).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** What the engine says about a text; `start` is where that text begins in the whole one. */
export function problemOf(error: DetailedError, whole: string, text = whole, start = 0): Problem {
  const [location] = error.sourceLocations ?? []
  return {
    message: sentence(error),
    place: location === undefined ? null : placeOf(whole, start + characterAt(text, location.start)),
  }
}

/**
 * What the engine says, as one sentence. It numbers policies, which nobody else does, and names of all operations that a
 * policy is about the first.
 */
export function sentence({ message, help }: Pick<DetailedError, 'message' | 'help'>): string {
  const said = help === null ? message : `${message} (${help})`
  return said.replaceAll(/for policy `policy\d+`, |(?<=in context) for Action::"[^"]*"/g, '')
}

/** Where a policy begins in the text that it was taken from; what stands in comments is none. */
export function startOf(text: string, policy: string): number {
  return Math.max(0, withoutComments(text).indexOf(withoutComments(policy)))
}

/** The engine counts bytes of UTF-8. */
function characterAt(text: string, byte: number): number {
  return Buffer.from(text).subarray(0, byte).toString().length
}

const COMMENT = /("(?:\\[^]|[^"\\])*")|\/\/[^\n\r]*/g

/** The same text with spaces where comments were. */
function withoutComments(text: string): string {
  return text.replaceAll(COMMENT, (found, quoted: string | undefined) => quoted ?? ' '.repeat(found.length))
}
