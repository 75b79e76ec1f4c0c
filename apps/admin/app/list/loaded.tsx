import type { ReactNode } from 'react'
import { cx } from '@rampart/kit/cx.ts'
import { Failure, Offline } from './failure.tsx'

type Asked<T> = {
  data: T | undefined
  isError: boolean
  error: unknown
  fetchStatus: string
  isPlaceholderData?: boolean
  refetch: () => unknown
}

/** The four faces of anything that is fetched: there, on its way, failed, offline. */
export function Loaded<T>({
  query,
  loading,
  page,
  children,
}: {
  query: Asked<T>
  loading: ReactNode
  /** It is the whole page that is fetched: what stands in its place brings the page's title. */
  page?: boolean
  children: (data: T) => ReactNode
}) {
  if (query.data !== undefined) {
    // The last page steps back while the next is on its way.
    const old = query.isPlaceholderData === true
    return (
      <div aria-busy={old || undefined} className={cx('transition-opacity', old && 'opacity-60')}>
        {children(query.data)}
      </div>
    )
  }
  if (query.fetchStatus === 'paused') return <Offline page={page ?? false} />
  if (query.isError)
    return <Failure page={page ?? false} error={query.error} onRetry={() => void query.refetch()} />
  return <div aria-busy="true">{loading}</div>
}
