import { useTranslation } from 'react-i18next'
import { Figures } from '../list/figures.tsx'
import { ProgressLine } from './progress-line.tsx'
import { isMoving, type Transfer } from './transfers-query.ts'

/** How far it is, and what it has come to. */
export function TransferProgress({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation()
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
        <Figures figures={figures} />
      )}
    </>
  )
}
