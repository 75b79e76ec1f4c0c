import { Badge } from '@rampart/kit/badge.tsx'
import { useFormat } from '../i18n/use-format.ts'

/** How many of something wait behind an entry of the navigation, in `words` for who hears it; nothing while none do. */
export function CountBadge({
  count,
  tone,
  words,
}: {
  count: number
  tone: 'warning' | 'accent'
  words: string
}) {
  const format = useFormat()
  if (count === 0) return null
  return (
    <Badge tone={tone} className="ml-auto">
      <span aria-hidden="true" className="figures">
        {format.number(count)}
      </span>
      <span className="sr-only">{words}</span>
    </Badge>
  )
}
