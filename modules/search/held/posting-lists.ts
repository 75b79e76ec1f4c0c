import type { StoredPosting } from '../store/held.ts'
import type { HeldDocuments } from './documents.ts'

/** The documents that have a word, by their places, with its two weights. */
export type PostingList = {
  readonly places: Int32Array
  readonly best: Float32Array
  readonly blend: Float32Array
}

export type PostingLists = {
  /** Undefined: it was not read. Empty: no document has it. */
  readonly get: (word: string) => PostingList | undefined
  /** `packed`: number of the document, best and blend of each posting, 12 bytes. */
  readonly put: (word: string, packed: Buffer | null) => void
  /** Adds what was taken in to the lists that are there. */
  readonly append: (postings: readonly StoredPosting[]) => void
}

const BYTES = 12

/** Lists of the words asked for last, `max` postings in all. */
export function postingLists(documents: HeldDocuments, max: number): PostingLists {
  const lists = new Map<string, PostingList>()
  let held = 0

  function set(word: string, list: PostingList): void {
    drop(word)
    lists.set(word, list)
    // A word that nothing has takes room, too.
    held += list.places.length + 1
    for (const oldest of lists.keys()) {
      if (held <= max || oldest === word) break
      drop(oldest)
    }
  }

  function drop(word: string): void {
    const known = lists.get(word)
    if (known === undefined) return
    held -= known.places.length + 1
    lists.delete(word)
  }

  return {
    get: (word) => {
      const list = lists.get(word)
      if (list === undefined) return undefined
      lists.delete(word)
      lists.set(word, list)
      return list
    },
    put: (word, packed) => set(word, unpack(packed ?? Buffer.alloc(0), documents)),
    append: (postings) => {
      for (const [word, own] of Map.groupBy(postings, ({ term }) => term)) {
        const list = lists.get(word)
        if (list !== undefined) set(word, joined(list, own, documents))
      }
    },
  }
}

function unpack(packed: Buffer, documents: HeldDocuments): PostingList {
  const room = emptyList(packed.length / BYTES)
  let end = 0
  for (let at = 0; at < packed.length; at += BYTES) {
    const place = documents.placeOf(packed.readInt32BE(at))
    // Taken in since these documents were read: it is appended when they are.
    if (place === undefined) continue
    room.places[end] = place
    room.best[end] = packed.readFloatBE(at + 4)
    room.blend[end++] = packed.readFloatBE(at + 8)
  }
  return end === room.places.length ? room : cut(room, end)
}

function joined(
  list: PostingList,
  postings: readonly StoredPosting[],
  documents: HeldDocuments,
): PostingList {
  const known = new Set(list.places)
  const fresh = postings.flatMap((posting) => {
    const place = documents.placeOf(posting.doc_no)
    return place === undefined || known.has(place) ? [] : [{ ...posting, place }]
  })
  const all = emptyList(list.places.length + fresh.length)
  all.places.set(list.places)
  all.best.set(list.best)
  all.blend.set(list.blend)
  for (const [index, { place, best, blend }] of fresh.entries()) {
    all.places[list.places.length + index] = place
    all.best[list.places.length + index] = best
    all.blend[list.places.length + index] = blend
  }
  return all
}

function emptyList(length: number): PostingList {
  return { places: new Int32Array(length), best: new Float32Array(length), blend: new Float32Array(length) }
}

function cut({ places, best, blend }: PostingList, end: number): PostingList {
  return { places: places.slice(0, end), best: best.slice(0, end), blend: blend.slice(0, end) }
}
