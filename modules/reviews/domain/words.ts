/** What an author writes. */
export type Words = {
  readonly rating: number
  readonly title: string
  readonly text: string
  readonly author_name: string
}

// They turn the text around them: what a moderator reads would not be what is stored.
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g

// Nobody sees them, and programs read them. Joiners stay: emoji and several scripts are written with them.
const UNSEEN = /\u034f|[\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]/g

// Letters of an invisible alphabet. Where they spell which flag a black flag is, they stay.
const TAGS = /(\u{1f3f4}[\u{e0030}-\u{e007a}]{1,6}\u{e007f})|[\u{e0000}-\u{e007f}]/gu

// More marks on one letter than any script sets: a heap that covers the lines around it.
const HEAP = /(\p{M}{4})\p{M}+/gu

// Something that leaves ink; the fillers of Hangul and the blank of Braille are letters that leave none.
const INK = /(?![\u115f\u1160\u3164\uffa0\u2800])[\p{L}\p{N}\p{P}\p{S}]/u

const MANY_BREAKS = /\n{3,}/g

/**
 * Text as it is kept: one way of writing each letter, nothing that turns the direction, hides or heaps up, no heaps of
 * empty lines. Empty when nothing of it could be seen.
 */
export function keptText(text: string): string {
  const kept = text
    .normalize('NFC')
    .replace(DIRECTION, '')
    .replace(UNSEEN, '')
    .replace(TAGS, '$1')
    .replace(HEAP, '$1')
    .replace(/\r\n?/g, '\n')
    .replace(MANY_BREAKS, '\n\n')
    .trim()
  return INK.test(kept) ? kept : ''
}

/** The same for text of one line. */
export function keptLine(text: string): string {
  return keptText(text).replace(/\s+/g, ' ')
}

/** The words of a review as they are kept; null when nothing of the text remains. */
export function keptWords(words: Words): Words | null {
  const { rating, title, text, author_name } = words
  const kept = { rating, title: keptLine(title), text: keptText(text), author_name: keptLine(author_name) }
  return kept.text === '' ? null : kept
}
