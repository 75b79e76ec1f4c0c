import { cx } from './cx.ts'
import { KitLink } from './link.tsx'

/** Where this page stands. The last entry is the page itself and is no link. A phone shows only the way one up. */
export function Breadcrumb({ label, items }: { label: string; items: { label: string; href?: string }[] }) {
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap items-center gap-x-2 gap-y-1 text-control-sm text-ink-subtle">
        {items.map((item, index) => (
          <li
            key={`${index}-${item.label}`}
            className={cx('flex items-baseline gap-2', index !== items.length - 2 && 'max-sm:hidden')}
          >
            {index > 0 ? (
              <span aria-hidden="true" className="max-sm:hidden">
                /
              </span>
            ) : null}
            {index === items.length - 2 ? (
              <span aria-hidden="true" className="sm:hidden">
                ‹
              </span>
            ) : null}
            {item.href && index < items.length - 1 ? (
              <KitLink href={item.href} className="hover:text-ink hover:underline max-sm:py-1">
                {item.label}
              </KitLink>
            ) : (
              <span aria-current="page" className="text-ink-muted">
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
