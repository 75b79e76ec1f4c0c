import { ArrowLeft } from 'lucide-react'
import { Icon } from '@rampart/kit/icon.tsx'
import { KitLink } from '@rampart/kit/link.tsx'

/** The way back to the list that a detail page belongs to. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <KitLink
      href={href}
      className="inline-flex w-fit items-center gap-1.5 text-control-sm text-ink-subtle transition-colors hover:text-ink"
    >
      <Icon icon={ArrowLeft} size="sm" />
      {children}
    </KitLink>
  )
}
