import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Card } from '@rampart/kit/card.tsx'
import { Facts } from '@rampart/kit/facts.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { api } from '../api.ts'
import { ApprovalActions } from '../approvals/approval-actions.tsx'
import { ApprovalStatus } from '../approvals/approval-status.tsx'
import type { Approval } from '../approvals/approvals-query.ts'
import { InputFacts } from '../approvals/input-facts.tsx'
import { useOperationWords } from '../approvals/use-operation-words.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import { useMe } from '../session/use-me.ts'
import { BackLink } from '../shell/back-link.tsx'
import { Page } from '../shell/page.tsx'
import { PersonName } from '../users/person-name.tsx'

export default function ApprovalPage() {
  const { approvalId = '' } = useParams()
  const approval = useQuery({
    queryKey: ['approvals', 'one', approvalId],
    queryFn: ({ signal }) => api.access.getApproval({ approval_id: approvalId }, { signal }),
  })
  return (
    <Loaded query={approval} page loading={<Skeleton className="mx-gutter my-6 h-80 rounded-lg" />}>
      {(data) => <ApprovalPageOf approval={data} />}
    </Loaded>
  )
}

function ApprovalPageOf({ approval }: { approval: Approval }) {
  const { t } = useTranslation()
  const me = useMe()
  const operationWords = useOperationWords()
  const title = operationWords(approval.operation, approval.summary)
  const mine = approval.proposed_by === me.id
  return (
    <Page
      narrow
      title={title}
      tab={title}
      above={<BackLink href="/approvals">{t('approvals.title')}</BackLink>}
      meta={<ApprovalStatus status={approval.status} />}
      actions={<ApprovalActions approval={approval} />}
    >
      {mine && approval.status === 'approved' ? (
        <Notice tone="success">
          {t(approval.whole ? 'approvals.readyText' : 'approvals.readyAgainText')}
        </Notice>
      ) : null}
      {mine && approval.status === 'pending' ? <Notice>{t('approvals.waitingText')}</Notice> : null}
      <Card title={t('approvals.input')}>
        <InputFacts input={approval.input} />
        {approval.whole ? null : (
          <p className="pt-2 text-control-sm text-ink-muted">{t('approvals.notWhole')}</p>
        )}
      </Card>
      <Card title={t('approvals.reason')}>
        <p className="text-control-sm break-words whitespace-pre-line">{approval.reason}</p>
      </Card>
      <Course approval={approval} />
    </Page>
  )
}

function Course({ approval }: { approval: Approval }) {
  const { t } = useTranslation()
  const format = useFormat()
  const open = approval.status === 'pending' || approval.status === 'approved'
  return (
    <Card title={t('approvals.course')}>
      <Facts
        items={[
          { name: t('approvals.by'), value: <PersonName id={approval.proposed_by} /> },
          { name: t('approvals.proposedAt'), value: format.dayTime(approval.proposed_at) },
          ...(approval.decided_at === null
            ? []
            : [
                { name: t('approvals.decidedBy'), value: <PersonName id={approval.decided_by} /> },
                { name: t('approvals.decidedAt'), value: format.dayTime(approval.decided_at) },
              ]),
          ...(approval.note === null ? [] : [{ name: t('approvals.note'), value: approval.note }]),
          ...(open ? [{ name: t('approvals.until'), value: format.dayTime(approval.expires_at) }] : []),
          {
            name: t('approvals.operation'),
            value: <span className="font-mono text-xs break-all">{approval.operation}</span>,
          },
        ]}
      />
    </Card>
  )
}
