import { wordsOf } from './words.ts'

// What follows one of these says what a thing is for, goes with or replaces; it is not that thing.
const FOR = /\s(?:for|f\/|replaces|compatible with|with|incl\.?|w\/|für|mit)\s/i

const MEASURES =
  /^(?:black|white|gray|grey|silver|blue|red|green|brown|beige|metallic|yellow|cyan|magenta|pink|original|gb|mb|tb|cm|mm|m|w|v|inch)$/

/** A product's name in two: what it is, and what it is for or comes with. */
export function titleParts(name: string): { head: string; tail: string } {
  const cut = FOR.exec(name)
  return cut === null
    ? { head: name, tail: '' }
    : { head: name.slice(0, cut.index), tail: name.slice(cut.index) }
}

/** The words by which a name says what the thing is: no colours, no measures, no numbers, nothing it is for. */
export function nounsOf(name: string): string[] {
  return wordsOf(titleParts(name).head).filter((word) => !MEASURES.test(word) && !/\d/.test(word))
}
