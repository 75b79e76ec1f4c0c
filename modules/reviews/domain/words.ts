/** What an author writes. */
export type Words = {
  readonly rating: number
  readonly title: string
  readonly text: string
  readonly author_name: string
}

// They turn the text around them: what a moderator reads would not be what is stored.
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g
const MANY_BREAKS = /\n{3,}/g

/** Text as it is kept: one way of writing each letter, no marks that turn the direction, no heaps of empty lines. */
export function keptText(text: string): string {
  return text
    .normalize('NFC')
    .replace(DIRECTION, '')
    .replace(/\r\n?/g, '\n')
    .replace(MANY_BREAKS, '\n\n')
    .trim()
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
