/** Lists of products that a browser keeps for a visitor: ids and nothing else, so that the shop holds nothing about guests. */
export type IdList = 'seen' | 'wishlist' | 'compare'

const DAY = 86_400

const rules: Record<IdList, { most: number; seconds: number }> = {
  seen: { most: 20, seconds: 30 * DAY },
  wishlist: { most: 50, seconds: 180 * DAY },
  compare: { most: 4, seconds: 7 * DAY },
}

/** Products that fit next to each other. */
export const MOST_COMPARED = rules.compare.most

const isId = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** The ids of a list, newest first. Whatever else stands in the cookie is passed over. */
export function readIds(request: Request, list: IdList): string[] {
  const found = (request.headers.get('cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name]) => name === list)
  const ids = (found?.[1] ?? '').match(/[0-9a-f]{32}/g) ?? []
  return tidy(
    list,
    ids.map((id) => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')),
  )
}

/** A cookie that remembers a list. An empty one is forgotten. */
export function idsCookie(list: IdList, ids: string[], secure: boolean): string {
  const value = tidy(list, ids)
    .map((id) => id.replaceAll('-', ''))
    .join('')
  const age = value === '' ? 0 : rules[list].seconds
  return `${list}=${value}; Path=/; Max-Age=${age}; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`
}

/** The list with an id at its front. What no longer fits falls off its end. */
export function withId(ids: string[], id: string): string[] {
  return [id, ...ids.filter((other) => other !== id)]
}

function tidy(list: IdList, ids: string[]): string[] {
  return [...new Set(ids.filter((id) => isId.test(id)))].slice(0, rules[list].most)
}
