import { ChevronLeft, ChevronRight } from 'lucide-react'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import { KitLink } from './link.tsx'
import { pageWindow } from './page-window.ts'

const step =
  'figures inline-flex min-h-control-sm min-w-(--control-height-sm) items-center justify-center rounded-md px-2 text-control-sm transition-colors hover:bg-hover'

/** Links to the pages of a list; nothing when there is only one. */
export function Pagination({
  page,
  pageCount,
  href,
  labels,
}: {
  page: number
  pageCount: number
  href: (page: number) => string
  labels: { nav: string; previous: string; next: string; page: (page: number) => string }
}) {
  if (pageCount <= 1) return null
  return (
    <nav aria-label={labels.nav} className="flex items-center justify-center gap-1">
      {page > 1 ? (
        <KitLink href={href(page - 1)} rel="prev" aria-label={labels.previous} className={step}>
          <Icon icon={ChevronLeft} size="sm" />
        </KitLink>
      ) : null}
      {pageWindow(page, pageCount).map((entry, index) =>
        entry === null ? (
          <span key={`gap-${index}`} aria-hidden="true" className="px-1 text-ink-subtle">
            …
          </span>
        ) : (
          <KitLink
            key={entry}
            href={href(entry)}
            aria-label={labels.page(entry)}
            aria-current={entry === page ? 'page' : undefined}
            className={cx(step, entry === page && 'bg-ink text-canvas hover:bg-ink')}
          >
            {entry}
          </KitLink>
        ),
      )}
      {page < pageCount ? (
        <KitLink href={href(page + 1)} rel="next" aria-label={labels.next} className={step}>
          <Icon icon={ChevronRight} size="sm" />
        </KitLink>
      ) : null}
    </nav>
  )
}
