import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'
import { type Column, DataTable } from '../list/data-table.tsx'
import { RowLink } from '../list/row-link.tsx'
import { usePersonName } from '../users/person-name.tsx'
import { ApprovalStatus } from './approval-status.tsx'
import type { Approval } from './approvals-query.ts'
import { useOperationWords } from './use-operation-words.ts'

/** Proposals in rows, each leading to its page. */
export function ApprovalList({ approvals }: { approvals: Approval[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const operationWords = useOperationWords()
  const columns = useMemo<Column<Approval>[]>(
    () => [
      {
        id: 'what',
        header: t('approvals.what'),
        className: 'w-full',
        cell: (approval) => (
          <div className="min-w-0">
            <RowLink to={`/approvals/${approval.id}`}>
              {operationWords(approval.operation, approval.summary)}
            </RowLink>
            <p className="line-clamp-1 text-xs break-words text-ink-subtle">{approval.reason}</p>
          </div>
        ),
      },
      {
        id: 'who',
        header: t('approvals.by'),
        from: 'sm',
        cell: (approval) => <Name id={approval.proposed_by} />,
      },
      { id: 'status', header: t('common.status'), cell: ({ status }) => <ApprovalStatus status={status} /> },
      {
        id: 'when',
        header: t('approvals.proposedAt'),
        from: 'md',
        cell: (approval) => (
          <time
            dateTime={approval.proposed_at}
            title={format.dayTime(approval.proposed_at)}
            className="whitespace-nowrap text-ink-muted"
          >
            {format.ago(approval.proposed_at)}
          </time>
        ),
      },
    ],
    [t, format, operationWords],
  )
  return (
    <DataTable caption={t('approvals.title')} columns={columns} rows={approvals} rowId={({ id }) => id} />
  )
}

function Name({ id }: { id: string }) {
  return <span className="whitespace-nowrap">{usePersonName(id)}</span>
}
