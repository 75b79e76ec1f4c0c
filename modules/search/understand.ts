import type { AskedWords } from './domain/rank.ts'
import { wordsOf } from './domain/words.ts'
import type { SearchEngine, UnderstoodText, UnderstoodWord } from './engine/search-engine.ts'
import type { Meanings } from './curation/meanings.ts'

/** What was done to a question that would have found nothing, or hardly anything. */
export type Rescue = {
  searched: string
  corrected: { word: string; taken_as: string }[]
  left_out: string[]
  some_words: boolean
}

export type Understood = { readonly text: UnderstoodText; readonly rescue: Rescue | null }

const MAX_WORDS = 12
const SYNONYM = 0.5
const BEGINNING = 0.8
const BEGINNINGS = 20
/** With fewer products than this that have all the words, those with some of them follow. */
const THIN = 5

/**
 * Understands a text: each word with its synonyms; the last one, where nothing has it whole, as a beginning; one that
 * nothing has, as the likest word there is, and as nothing where none is like it. Null without a letter or a digit.
 */
export async function understand(
  engine: SearchEngine,
  meanings: Meanings,
  q: string,
): Promise<Understood | null> {
  const asked = wordsAsked(q)
  if (asked.length === 0) return null
  const known = await engine.knownWords([...new Set(asked.flatMap((word) => [word, ...meanings(word)]))])
  const words: UnderstoodWord[] = []
  const corrected: Rescue['corrected'] = []
  const leftOut: string[] = []
  for (const [place, word] of asked.entries()) {
    const terms = alternatives(word, meanings, known)
    if (terms.length === 0 && place === asked.length - 1)
      for (const term of await engine.wordsStarting(word, BEGINNINGS)) terms.push({ term, weight: BEGINNING })
    if (terms.length > 0) {
      words.push({ word, terms })
      continue
    }
    const near = await engine.nearestWord(word)
    if (near === null) leftOut.push(word)
    else {
      corrected.push({ word, taken_as: near })
      words.push({ word: near, terms: [{ term: near, weight: 1 }, ...synonymsOf(near, meanings)] })
    }
  }
  return await thinOut(engine, { words, needed: Math.max(words.length, 1) }, corrected, leftOut)
}

/** The words as the ranking takes them. */
export function askedWords(text: UnderstoodText | null): AskedWords {
  return (text?.words ?? []).map(({ word, terms }) => ({
    word,
    alternatives: terms.map(({ term }) => term).filter((term) => term !== word),
  }))
}

/** The words of a question that are looked at: each once, and not too many. */
export function wordsAsked(q: string): string[] {
  return [...new Set(wordsOf(q))].slice(0, MAX_WORDS)
}

function alternatives(word: string, meanings: Meanings, known: ReadonlySet<string>): Term[] {
  const own = known.has(word) ? [{ term: word, weight: 1 }] : []
  return [...own, ...synonymsOf(word, meanings).filter(({ term }) => known.has(term))]
}

type Term = { term: string; weight: number }

function synonymsOf(word: string, meanings: Meanings): Term[] {
  return meanings(word).map((term) => ({ term, weight: SYNONYM }))
}

async function thinOut(
  engine: SearchEngine,
  text: UnderstoodText,
  corrected: Rescue['corrected'],
  left_out: string[],
): Promise<Understood> {
  const several = text.words.length > 1
  const thin = several && (await engine.countByText(text, THIN)) < THIN
  if (!thin && corrected.length === 0 && left_out.length === 0) return { text, rescue: null }
  return {
    text: thin ? { ...text, needed: 1 } : text,
    rescue: {
      searched: text.words.map(({ word }) => word).join(' '),
      corrected,
      left_out,
      some_words: thin,
    },
  }
}
