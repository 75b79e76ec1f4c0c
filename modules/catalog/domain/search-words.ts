import { plainText } from './plain-text.ts'

/** What a person typed, ready for `websearch_to_tsquery`, and the word they may still be typing. */
export type SearchWords = {
  readonly text: string
  /** All but the last word. */
  readonly head: string
  /** The last word, letters and digits only; null where the text ends in an operator, a quote or a single letter. */
  readonly last: string | null
}

const MAX_WORDS = 12

/** Reads a search text. Null when there is nothing to search for. */
export function searchWords(q: string): SearchWords | null {
  const words = plainText(q).split(/\s+/).filter(Boolean).slice(0, MAX_WORDS)
  if (!words.some((word) => /[\p{L}\p{N}]/u.test(word))) return null
  const text = words.join(' ')
  const last = words.at(-1) ?? ''
  const complete = text.includes('"') || !/^[\p{L}\p{N}]{2,40}$/u.test(last) || last === 'or'
  return { text, head: words.slice(0, -1).join(' '), last: complete ? null : last }
}
