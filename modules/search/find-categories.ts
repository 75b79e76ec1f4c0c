import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { SearchDeps } from './deps.ts'
import { plainText } from './domain/plain-text.ts'
import { wordsOf } from './domain/words.ts'
import { shortCache } from '@rampart/platform/cache/short-cache.ts'

export type CategoryRef = { readonly slug: string; readonly name: string }

type Node = CategoryRef & { readonly product_count: number; readonly children: readonly Node[] }

const SECONDS = 10

/**
 * Categories with products whose name has every word that is typed, the last one as a beginning; those with most
 * products first. The tree may be ten seconds old.
 */
export function categoryFinder(
  deps: SearchDeps,
): (context: CallContext, q: string, limit: number, now: Date) => Promise<CategoryRef[]> {
  const tree = shortCache(SECONDS, 1)
  return async (context, q, limit, now) => {
    const asked = askedIn(q)
    if (asked.length === 0) return []
    const filled = await tree('all', now, async () => {
      const { items } = await deps.clients.catalog.listCategories(context, {})
      return flat(items)
        .filter(({ product_count }) => product_count > 0)
        .sort((a, b) => b.product_count - a.product_count)
        .map(({ slug, name }) => ({ slug, name, words: wordsIn(name) }))
    })
    return filled
      .filter(({ words }) => hasAll(words, asked))
      .slice(0, limit)
      .map(({ slug, name }) => ({ slug, name }))
  }
}

function flat(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)])
}

// A beginning is no word yet: its plural stays on.
function typedWords(text: string): string[] {
  return plainText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

type Words = { readonly typed: readonly string[]; readonly whole: ReadonlySet<string> }

function wordsIn(name: string): Words {
  const typed = typedWords(name)
  return { typed, whole: new Set(typed.flatMap(wordsOf)) }
}

function hasAll({ typed, whole }: Words, asked: readonly Asked[]): boolean {
  return asked.every(
    ({ word, whole: own, last }) =>
      (last && typed.some((one) => one.startsWith(word))) || own.every((one) => whole.has(one)),
  )
}

type Asked = { readonly word: string; readonly whole: readonly string[]; readonly last: boolean }

function askedIn(q: string): Asked[] {
  const words = typedWords(q)
  return words.map((word, place) => ({ word, whole: wordsOf(word), last: place === words.length - 1 }))
}
