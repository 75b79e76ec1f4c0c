import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '@rampart/kit/icon.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import type { AuditEntry } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { changedFields } from './changed-fields.ts'
import { useEntryWords } from './use-entry-words.ts'

const pages: Record<string, string> = { order: '/orders/', product: '/products/', account: '/users/' }

/** One entry of the audit log; opened, it shows what changed and where the request came from. */
export function EntryRow({
  entry,
  href,
}: {
  entry: AuditEntry
  href: (filter: Record<string, string>) => string
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useEntryWords(entry)
  const page = pages[entry.subject_type]
  return (
    <li>
      <details className="group">
        <summary className="flex items-center gap-3 px-4 py-2 -outline-offset-2! hover:bg-hover">
          <Icon
            icon={ChevronRight}
            size="sm"
            className="text-ink-subtle transition-transform group-open:rotate-90"
          />
          <span className="min-w-0 flex-1 sm:flex sm:items-baseline sm:gap-3">
            <span className="block truncate text-control-sm font-medium">{words.action}</span>
            <span className="block truncate text-xs text-ink-subtle">{words.subject}</span>
          </span>
          <span className="hidden w-32 truncate text-control-sm text-ink-muted sm:block">{words.actor}</span>
          <time
            dateTime={entry.occurred_at}
            title={format.dayTime(entry.occurred_at)}
            className="w-24 text-right text-xs whitespace-nowrap text-ink-subtle"
          >
            {format.ago(entry.occurred_at)}
          </time>
        </summary>
        <div className="flex flex-col gap-3 border-t border-line bg-well px-4 py-3 text-control-sm sm:pl-11">
          <Changes entry={entry} />
          <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 text-xs">
            {[
              [t('logs.action'), entry.action],
              [t('logs.when'), format.dayTime(entry.occurred_at)],
              [t('logs.actor'), [words.actor, entry.actor_role, entry.actor_id].filter(Boolean).join(' · ')],
              [t('logs.subject'), `${words.kind} ${entry.subject_id}`],
              [t('logs.from'), entry.ip ?? t('common.none')],
              [t('logs.userAgent'), entry.user_agent ?? t('common.none')],
              [t('logs.request'), entry.request_id],
            ].map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="text-ink-subtle">{name}</dt>
                <dd className="break-all">{value}</dd>
              </div>
            ))}
          </dl>
          <p className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
            {page && entry.subject_id !== 'unknown' ? (
              <KitLink href={page + entry.subject_id} className="underlined">
                {t('common.open')}
              </KitLink>
            ) : null}
            <KitLink
              href={href({ subject_type: entry.subject_type, subject_id: entry.subject_id })}
              className="underlined"
            >
              {t('logs.onlySubject')}
            </KitLink>
            {entry.actor_id ? (
              <KitLink href={href({ actor_id: entry.actor_id })} className="underlined">
                {t('logs.onlyActor')}
              </KitLink>
            ) : null}
          </p>
        </div>
      </details>
    </li>
  )
}

function Changes({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation()
  const fields = changedFields(entry.before, entry.after)
  if (fields.length === 0) return <p className="text-ink-subtle">{t('logs.nothingChanged')}</p>
  return (
    <div className="overflow-x-auto">
      <table className="w-full max-w-3xl text-left text-xs">
        <thead>
          <tr className="text-ink-subtle">
            <th className="py-1 pr-4 font-medium">{t('logs.field')}</th>
            <th className="py-1 pr-4 font-medium">{t('logs.before')}</th>
            <th className="py-1 font-medium">{t('logs.after')}</th>
          </tr>
        </thead>
        <tbody className="align-top font-mono">
          {fields.map((field) => (
            <tr key={field.name} className="border-t border-line">
              <th scope="row" className="py-1 pr-4 font-normal">
                {field.name}
              </th>
              <td className="py-1 pr-4 break-all text-danger">{field.before ?? '–'}</td>
              <td className="py-1 break-all text-success">{field.after ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
