import { useTranslation } from 'react-i18next'
import { KitLink } from '@rampart/kit/link.tsx'
import type { Answer } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { EntryChanges } from './entry-changes.tsx'
import { EntryChain } from './entry-chain.tsx'
import { EntryRow } from './entry-row.tsx'
import { useEntryWords } from './use-entry-words.ts'

export type EntryAnswer = Answer<'audit', 'getEntry'>

const pages: Record<string, string> = { order: '/orders/', product: '/products/', account: '/users/' }

const search = (filter: Record<string, string>): string => `/audit?${new URLSearchParams(filter).toString()}`

/** All that an entry says: what changed, where it came from, its place in the chain, and what belongs to it. */
export function EntryDetail({ detail, onOpen }: { detail: EntryAnswer; onOpen: (id: string) => void }) {
  const { t } = useTranslation()
  const { entry } = detail
  const words = useEntryWords(entry)
  const others = detail.same_request.filter(({ id }) => id !== entry.id)
  return (
    <div className="flex flex-col gap-5">
      <div>
        <p className="font-medium">{words.action}</p>
        <p className="text-control-sm text-ink-muted">{words.subject}</p>
      </div>
      <EntryChanges entry={entry} />
      <Origin entry={entry} />
      <EntryChain chain={detail.chain} />
      {others.length === 0 ? null : (
        <section>
          <h3 className="mb-2 text-control-sm font-semibold">{t('audit.sameRequest')}</h3>
          <ul className="divide-y divide-line overflow-hidden rounded-md border border-line">
            {others.map((other) => (
              <EntryRow key={other.id} entry={other} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Origin({ entry }: { entry: EntryAnswer['entry'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useEntryWords(entry)
  const page = pages[entry.subject_type]
  const facts = [
    [t('logs.when'), format.dayTime(entry.occurred_at)],
    [t('logs.actor'), [words.actor, entry.actor_id].filter(Boolean).join(' · ')],
    [t('logs.subject'), `${words.kind} ${entry.subject_id}`],
    [t('logs.action'), entry.action],
    [t('logs.from'), entry.ip ?? t('common.none')],
    [t('logs.userAgent'), entry.user_agent ?? t('common.none')],
    [t('logs.request'), entry.request_id],
  ] as const
  const ways = [
    page && entry.subject_id !== 'unknown' ? [t('common.open'), page + entry.subject_id] : null,
    [t('logs.onlySubject'), search({ subject_type: entry.subject_type, subject_id: entry.subject_id })],
    entry.actor_id ? [t('logs.onlyActor'), search({ actor_id: entry.actor_id })] : null,
    entry.ip ? [t('audit.onlyAddress'), search({ ip: entry.ip })] : null,
    [t('audit.onlyRequest'), search({ request_id: entry.request_id })],
  ].filter((way) => way !== null)
  return (
    <section>
      <h3 className="mb-2 text-control-sm font-semibold">{t('audit.origin')}</h3>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 text-xs">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-subtle">{name}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 flex flex-wrap gap-x-4 gap-y-2 text-xs">
        {ways.map(([name, href]) => (
          <KitLink key={name} href={href ?? ''} className="underlined">
            {name}
          </KitLink>
        ))}
      </p>
    </section>
  )
}
