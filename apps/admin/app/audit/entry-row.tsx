import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '@rampart/kit/icon.tsx'
import type { AuditEntry } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useEntryWords } from './use-entry-words.ts'

/** One entry of the audit log in a line; pressed, it opens beside the list. */
export function EntryRow({
  entry,
  note,
  onOpen,
}: {
  entry: AuditEntry
  /** In the place of who did it, where that is known already. */
  note?: ReactNode
  onOpen: (id: string) => void
}) {
  const format = useFormat()
  const words = useEntryWords(entry)
  return (
    <li>
      <button
        type="button"
        aria-haspopup="dialog"
        className="flex w-full items-center gap-3 px-4 py-2 text-left -outline-offset-2! hover:bg-hover"
        onClick={() => onOpen(entry.id)}
      >
        <span className="min-w-0 flex-1 sm:flex sm:items-baseline sm:gap-3">
          <span className="block truncate text-control-sm font-medium">{words.action}</span>
          <span className="block truncate text-xs text-ink-subtle">{words.subject}</span>
        </span>
        <span className="hidden w-32 truncate text-control-sm text-ink-muted sm:block">
          {note ?? words.actor}
        </span>
        <time
          dateTime={entry.occurred_at}
          title={format.dayTime(entry.occurred_at)}
          className="w-24 text-right text-xs whitespace-nowrap text-ink-subtle"
        >
          {format.ago(entry.occurred_at)}
        </time>
        <Icon icon={ChevronRight} size="sm" className="text-ink-subtle" />
      </button>
    </li>
  )
}
