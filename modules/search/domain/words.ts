import { plainText } from './plain-text.ts'

const MAX_LENGTH = 60

/** The words of a text as the index keeps them: letters and digits only, no case, no accents, no plural. */
export function wordsOf(text: string): string[] {
  return plainText(text.replace(/[®™©]/g, ' '))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => singular(word.slice(0, MAX_LENGTH)))
}

/** Takes the plural off an English word; others hardly ever look like one, and both sides are treated alike. */
export function singular(word: string): string {
  if (word.length > 3 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.length > 4 && /(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
  if (word.length > 3 && /[^su]s$/.test(word)) return word.slice(0, -1)
  return word
}
