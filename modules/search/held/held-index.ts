import type { Queryable } from '@rampart/platform/db/db.ts'
import type { EngineQuery, UnderstoodText } from '../engine/search-engine.ts'
import {
  findFacts,
  findMark,
  findNumbers,
  findPhraseStarts,
  findPostingLists,
  findPostingsOf,
  findSize,
  findWords,
  type IndexMark,
} from '../store/held.ts'
import { type HeldDocuments, heldDocuments } from './documents.ts'
import type { Matched } from './matched.ts'
import { type PhraseStarts, phraseStarts } from './phrase-starts.ts'
import { type PhraseTexts, phraseTexts } from './phrase-texts.ts'
import { type PostingList, type PostingLists, postingLists } from './posting-lists.ts'
import type { Scored } from './score.ts'
import { type Vocabulary, vocabulary } from './vocabulary.ts'

/** Larger indexes are asked in the database, where they take no memory of each process. */
const MAX_DOCUMENTS = 50_000
const MAX_ATTRIBUTES = 2_000_000
const MAX_WORDS = 400_000
const MAX_POSTINGS = 2_000_000
const MAX_PHRASES = 200_000
/** Answers of the database that are kept as long as the index stands. */
const MAX_KEPT = 5_000
const BATCH = 500
/** With more than so many new ones, reading all anew is faster. */
const MANY = 1_000
/** Who asks within so many milliseconds of the last look needs no look of his own. */
const GRACE_MS = 5
const QUIET_MS = 2_000
const PAUSE_MS = 5_000

/** The index as it stood at one moment. Each moment has its own object. */
export type Held = {
  readonly mark: IndexMark
  readonly since: number
  readonly documents: HeldDocuments
  readonly words: Vocabulary
  readonly lists: PostingLists
  readonly texts: PhraseTexts
  /** With the moment that it was asked for last, by `performance.now()`. */
  readonly scored: WeakMap<UnderstoodText, { readonly scored: Scored; readonly at: number }>
  readonly matched: WeakMap<EngineQuery, Matched>
  readonly kept: Map<string, Promise<unknown>>
}

export type HeldIndex = {
  /** The index as it stands now; null while it is being read, and where it is too large: ask the database. */
  readonly now: () => Promise<Held | null>
  /** The same, with the postings of those of these words that the index knows. */
  readonly withWords: (
    words: readonly string[],
  ) => Promise<{ held: Held; lists: ReadonlyMap<string, PostingList> } | null>
  /** What was looked at last. */
  readonly last: () => Held | null
  /** The phrases that can be offered; null while the index keeps changing. */
  readonly phrases: (held: Held) => Promise<PhraseStarts | null>
}

/**
 * What a process holds of the index, so that a question costs the database next to nothing. Entries of the index are
 * written once and never changed: a product that changes is taken out and gets a new number. So what is held is right as
 * long as the numbers are, and those are read again whenever the index was changed.
 */
export function heldIndex(db: Queryable): HeldIndex {
  let current: Held | null = null
  let lookedAt = -Infinity
  let looking: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null
  let loading = false
  let restUntil = -Infinity
  let phrases: { held: Held; starts: Promise<PhraseStarts | null> } | null = null

  // One look at a time. Who comes while somebody looks waits for the next: this one may have begun before a change.
  function look(): Promise<void> {
    return (next ??= looking.then(() => {
      next = null
      looking = lookOnce()
      const done = looking
      looking = done.catch(() => undefined)
      return done
    }))
  }

  async function lookOnce(): Promise<void> {
    const begun = performance.now()
    const mark = await findMark(db)
    if (current === null || current.mark.slot !== mark.slot) startLoading()
    else if (current.mark.standing !== mark.standing) await catchUp(current)
    lookedAt = begun
  }

  function startLoading(): void {
    current = null
    if (loading || performance.now() < restUntil) return
    loading = true
    load()
      .then(
        (held) => (current = held),
        () => (current = null),
      )
      .finally(() => {
        loading = false
        if (current === null) restUntil = performance.now() + PAUSE_MS
      })
  }

  async function load(): Promise<Held | null> {
    const size = await findSize(db)
    const { documents: all, attributes, words } = size
    if (all > MAX_DOCUMENTS || attributes > MAX_ATTRIBUTES || words > MAX_WORDS) return null
    const { numbers, ...mark } = await findNumbers(db)
    const documents = heldDocuments()
    for (let start = 0; start < numbers.length; start += BATCH)
      for (const facts of await findFacts(db, mark.slot, numbers.slice(start, start + BATCH)))
        documents.add(facts)
    const base = {
      documents,
      words: vocabulary(await findWords(db, mark.slot)),
      lists: postingLists(documents, MAX_POSTINGS),
      texts: phraseTexts(db, documents),
    }
    return atMoment(mark, base)
  }

  async function catchUp(held: Held): Promise<void> {
    const { numbers, ...mark } = await findNumbers(db)
    const { documents } = held
    const wanted = new Set(numbers)
    const fresh = numbers.filter((number) => documents.placeOf(number) === undefined)
    const dead = documents.numbers.length - documents.living()
    if (mark.slot !== held.mark.slot || fresh.length > MANY || dead > MANY + documents.living()) {
      startLoading()
      return
    }
    const facts = fresh.length === 0 ? [] : await findFacts(db, mark.slot, fresh)
    const postings = fresh.length === 0 ? [] : await findPostingsOf(db, mark.slot, fresh)
    for (const number of documents.numbers) if (!wanted.has(number)) documents.remove(number)
    for (const one of facts) documents.add(one)
    held.words.add([...new Set(postings.map(({ term }) => term))])
    held.lists.append(postings)
    current = atMoment(mark, held)
  }

  async function now(): Promise<Held | null> {
    if (performance.now() - lookedAt > GRACE_MS) await look()
    return current
  }

  async function withWords(words: readonly string[]) {
    for (let tries = 0; tries < 3; tries++) {
      const held = await now()
      if (held === null) return null
      const known = words.filter((word) => held.words.has(word))
      const missing = known.filter((word) => held.lists.get(word) === undefined)
      if (missing.length > 0) {
        const rows = await findPostingLists(db, held.mark.slot, missing)
        // Lists that were read before a change would lack what it brought.
        if (current !== held) continue
        const found = new Map(rows.map(({ term, packed }) => [term, packed]))
        for (const word of missing) held.lists.put(word, found.get(word) ?? null)
      }
      const lists = known.flatMap((word) => {
        const list = held.lists.get(word)
        return list === undefined ? [] : [[word, list] as const]
      })
      return { held, lists: new Map(lists) }
    }
    return null
  }

  return {
    now,
    withWords,
    last: () => current,
    phrases: (held) => {
      if (phrases?.held === held) return phrases.starts
      if (performance.now() - held.since < QUIET_MS) return Promise.resolve(null)
      const starts = findPhraseStarts(db, held.mark.slot, MAX_PHRASES).then(
        (rows) => rows && phraseStarts(rows),
      )
      phrases = { held, starts }
      starts.catch(() => (phrases = null))
      return starts
    },
  }
}

/** An answer of the database that holds as long as the index stands. */
export function keep<T>(held: Held, key: string, ask: () => Promise<T>): Promise<T> {
  const known = held.kept.get(key)
  if (known !== undefined) return known as Promise<T>
  const answer = ask()
  if (held.kept.size >= MAX_KEPT) held.kept.clear()
  held.kept.set(key, answer)
  answer.catch(() => held.kept.delete(key))
  return answer
}

function atMoment(
  mark: IndexMark,
  { documents, words, lists, texts }: Pick<Held, 'documents' | 'words' | 'lists' | 'texts'>,
): Held {
  return {
    ...{ mark, documents, words, lists, texts },
    since: performance.now(),
    scored: new WeakMap(),
    matched: new WeakMap(),
    kept: new Map(),
  }
}
