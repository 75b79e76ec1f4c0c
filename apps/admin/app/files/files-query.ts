import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Answer, type Input } from '../api.ts'

export type StoredFile = Answer<'media', 'getFile'>

/** What a list of files shows; `mine` is a list of its own. */
export const fileViews = ['all', 'mine', 'unverified', 'quarantined'] as const
export type FileView = (typeof fileViews)[number]

const filters: Record<Exclude<FileView, 'mine'>, Omit<Input<'media', 'listFiles'>, 'page'>> = {
  all: {},
  unverified: { verified: 'false', status: 'clean' },
  quarantined: { status: 'quarantined' },
}

/** One page of files, newest first. */
export function filesQuery(view: FileView, q: string | undefined, page: number) {
  return queryOptions({
    queryKey: ['files', view, q, page],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      view === 'mine'
        ? api.media.listMyFiles({ page }, { signal })
        : api.media.listFiles({ ...filters[view], ...(q === undefined ? {} : { q }), page }, { signal }),
  })
}
