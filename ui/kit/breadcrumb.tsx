import { KitLink } from './link.tsx'

/** Where this page stands. The last entry is the page itself and is no link. */
export function Breadcrumb({ label, items }: { label: string; items: { label: string; href?: string }[] }) {
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap items-center gap-x-2 gap-y-1 text-control-sm text-ink-subtle">
        {items.map((item, index) => (
          <li key={`${index}-${item.label}`} className="flex items-baseline gap-2">
            {index > 0 ? <span aria-hidden="true">/</span> : null}
            {item.href && index < items.length - 1 ? (
              <KitLink href={item.href} className="hover:text-ink hover:underline">
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
