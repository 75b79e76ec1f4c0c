import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'
import { ProgressLine } from './progress-line.tsx'
import { isMoving, type Transfer } from './transfers-query.ts'

/** How far it is, and what it has come to. */
export function TransferProgress({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { kind, state, records, total, size, received, created, updated, unchanged, refused } = transfer
  const figures =
    kind === 'import'
      ? ([
          [t('transfers.records'), records],
          [t('transfers.outcome.created'), created],
          [t('transfers.outcome.updated'), updated],
          [t('transfers.outcome.unchanged'), unchanged],
          [t('transfers.outcome.refused'), refused],
        ] as const)
      : ([
          [t('transfers.products'), records],
          [t('transfers.kilobytes'), Math.ceil(size / 1_000)],
        ] as const)
  return (
    <>
      {isMoving(transfer) ? (
        <div className="flex flex-col gap-1.5">
          <p role="status" className="text-control-sm text-ink-muted">
            {t(state === 'queued' ? 'transfers.queuedText' : 'transfers.runningText')}
          </p>
          <ProgressLine
            label={t('transfers.progress')}
            done={records}
            total={state === 'running' ? (total ?? null) : null}
          />
        </div>
      ) : null}
      {state === 'uploading' ? (
        <ProgressLine label={t('transfers.sent')} done={received} total={size} />
      ) : (
        <dl className="flex flex-wrap gap-x-8 gap-y-3 rounded-lg border border-line bg-surface px-5 py-3">
          {figures.map(([label, value]) => (
            <div key={label}>
              <dt className="text-xs text-ink-subtle">{label}</dt>
              <dd className="figures text-lg font-semibold">{format.number(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
