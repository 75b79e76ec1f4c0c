import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Badge } from '@rampart/kit/badge.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { useCan } from '../session/use-me.ts'
import { type Finding, type Findings, findingsQuery } from './findings-query.ts'
import { SettleDialog } from './settle-dialog.tsx'
import { useProviderName } from './use-provider-name.ts'

/** What has to be looked into, what was, and when the books were last compared. */
export function FindingsCard() {
  const { t } = useTranslation()
  const can = useCan()
  const findings = useQuery(findingsQuery)
  const [settling, setSettling] = useState<Finding | null>(null)
  const writable = can('payments:record')
  return (
    <Card title={t('money.findings')} flush>
      <Loaded query={findings} loading={<TableSkeleton rows={2} />}>
        {({ items, compared }) => (
          <>
            {items.length === 0 && compared.length > 0 ? (
              <p className="px-5 py-4 text-control-sm text-ink-muted">{t('money.noFindings')}</p>
            ) : null}
            <ul className="divide-y divide-line">
              {items.map((finding) => (
                <FindingRow
                  key={finding.id}
                  finding={finding}
                  onSettle={writable ? () => setSettling(finding) : null}
                />
              ))}
            </ul>
            <Compared compared={compared} />
          </>
        )}
      </Loaded>
      {settling === null ? null : <SettleDialog finding={settling} onClose={() => setSettling(null)} />}
    </Card>
  )
}

function FindingRow({ finding, onSettle }: { finding: Finding; onSettle: (() => void) | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const providerName = useProviderName()
  const { kind, there, here, order_id, settled_at, note } = finding
  const amounts = [
    there === null ? null : t('money.there', { amount: format.money(there) }),
    here === null ? null : t('money.here', { amount: format.money(here) }),
  ].filter((part) => part !== null)
  return (
    <li className="flex flex-wrap items-start gap-4 px-5 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="font-medium">{t(`money.kinds.${kind}`)}</span>
          {settled_at === null ? null : <Badge tone="success">{t('money.settled')}</Badge>}
        </div>
        <p className="mt-0.5 text-xs text-ink-subtle">
          {providerName(finding.provider)} · <span className="break-all">{finding.reference}</span> ·{' '}
          {[...amounts, format.dayTime(finding.found_at)].join(' · ')}
        </p>
        <p className="mt-1 text-control-sm text-ink-muted">{note ?? t(`money.advice.${kind}`)}</p>
      </div>
      <div className="flex items-center gap-3">
        {order_id === null ? null : (
          <Link to={`/orders/${order_id}`} className="text-control-sm underlined">
            {t('money.openOrder')}
          </Link>
        )}
        {settled_at === null && onSettle !== null ? (
          <Button size="sm" onClick={onSettle}>
            {t('money.settle')}
          </Button>
        ) : null}
      </div>
    </li>
  )
}

function Compared({ compared }: { compared: Findings['compared'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const providerName = useProviderName()
  return (
    <div className="flex flex-col gap-1 border-t border-line px-5 py-3 text-xs text-ink-subtle first:border-t-0">
      {compared.length === 0 ? <p>{t('money.neverCompared')}</p> : null}
      {compared.map(({ provider, compared_at, payments, failed }) => (
        <p key={provider}>
          {t(failed ? 'money.compareFailed' : 'money.compared', {
            name: providerName(provider),
            count: payments,
            when: format.ago(compared_at),
          })}
        </p>
      ))}
    </div>
  )
}
