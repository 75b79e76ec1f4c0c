import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@rampart/kit/badge.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { api, type Answer } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Fold } from '../list/fold.tsx'
import { oneOf } from '../list/use-list-params.ts'
import { EntryRow } from './entry-row.tsx'
import { insightKinds } from './insight-kinds.ts'

type Insight = Answer<'audit', 'listInsights'>['items'][number]

const tones: Record<Insight['severity'], Tone> = { info: 'neutral', notice: 'info', warning: 'warning' }

/** One pattern: what it is, since when, and what stands behind it. */
export function InsightRow({ insight, onOpen }: { insight: Insight; onOpen: (id: string) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [opened, setOpened] = useState(false)
  const { severity, title, explanation, actor_id, from, to, count, entry_ids } = insight
  const known = oneOf(insight.kind, insightKinds)
  const search = actor_id === null ? null : new URLSearchParams({ actor_id }).toString()
  return (
    <li className="px-4 py-3 text-control-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="font-medium">{known ? t(`audit.insights.kinds.${known}`) : title}</h2>
        <Badge tone={tones[severity]}>{t(`audit.insights.severity.${severity}`)}</Badge>
      </div>
      <p className="mt-0.5 max-w-prose text-ink-muted">{explanation}</p>
      <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-subtle">
        <span>{t('audit.insights.range', { from: format.dayTime(from), to: format.dayTime(to) })}</span>
        {search === null ? null : (
          <KitLink href={`/audit?${search}`} className="underlined">
            {t('audit.insights.allOfActor')}
          </KitLink>
        )}
      </p>
      <div onToggle={() => setOpened(true)} className="contents">
        <Fold title={t('audit.insights.entries')} count={format.number(count)} className="mt-2">
          {opened ? <EntriesBehind ids={entry_ids} onOpen={onOpen} /> : null}
        </Fold>
      </div>
    </li>
  )
}

function EntriesBehind({ ids, onOpen }: { ids: readonly string[]; onOpen: (id: string) => void }) {
  const entries = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['audit', 'entry', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.audit.getEntry({ entry_id: id }, { signal }),
      staleTime: 60_000,
    })),
  })
  return (
    <ul className="mt-2 divide-y divide-line overflow-hidden rounded-md border border-line">
      {entries.map(({ data }, index) =>
        data ? (
          <EntryRow key={data.entry.id} entry={data.entry} onOpen={onOpen} />
        ) : (
          <li key={ids[index]} className="px-4 py-3">
            <Skeleton className="h-4 w-2/3" />
          </li>
        ),
      )}
    </ul>
  )
}
