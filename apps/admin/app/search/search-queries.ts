import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type Answer, api, type Input } from '../api.ts'

export type Synonym = Answer<'search', 'listSynonyms'>['items'][number]
export type Pin = Answer<'search', 'listPins'>['items'][number]
export type Explained = Answer<'search', 'explainSearch'>

/** A page of the synonyms. */
export function synonymsQuery(input: Input<'search', 'listSynonyms'>) {
  return queryOptions({
    queryKey: ['search', 'synonyms', input],
    queryFn: ({ signal }) => api.search.listSynonyms(input, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** A page of the questions with pinned products. */
export function pinsQuery(input: Input<'search', 'listPins'>) {
  return queryOptions({
    queryKey: ['search', 'pins', input],
    queryFn: ({ signal }) => api.search.listPins(input, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** What the shop answers to a question, and why. */
export function explainedQuery(q: string) {
  return queryOptions({
    queryKey: ['search', 'explained', q],
    queryFn: ({ signal }) => api.search.explainSearch({ q }, { signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    // What was pinned in another tab a moment ago counts.
    staleTime: 0,
  })
}

/** How the index stands; often while something is under way in it. */
export const indexQuery = queryOptions({
  queryKey: ['search', 'index'],
  queryFn: ({ signal }) => api.search.getIndexState({}, { signal }),
  refetchInterval: ({ state }) => (state.data?.building === true || state.data?.pending ? 1_000 : 10_000),
})
