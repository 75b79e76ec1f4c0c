import { Skeleton } from '@rampart/kit/skeleton.tsx'

const widths = ['w-40', 'w-56', 'w-32', 'w-48', 'w-36']

/** A table before its rows are there, at about its height. */
export function TableSkeleton({ rows = 8, pictures }: { rows?: number; pictures?: boolean }) {
  return (
    <div className="divide-y divide-line">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex items-center gap-4 px-cell-x py-3">
          {pictures ? <Skeleton className="size-9 shrink-0 rounded-md" /> : null}
          <Skeleton className={`h-3.5 ${widths[index % widths.length] ?? ''}`} />
          <Skeleton className="ml-auto h-3.5 w-16" />
          <Skeleton className="hidden h-3.5 w-20 sm:block" />
        </div>
      ))}
    </div>
  )
}
