import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useMe } from '../session/use-me.ts'
import type { Approval } from './approvals-query.ts'
import { DecideDialog } from './decide-dialog.tsx'
import { runApproved } from './run-approved.ts'
import { useApprovalCommand } from './use-approval-command.ts'

/** What can be done about a proposal: decide on somebody's, take back or carry out one's own. */
export function ApprovalActions({ approval }: { approval: Approval }) {
  const { t } = useTranslation()
  const me = useMe()
  const toast = useToast()
  const failureText = useFailureText()
  const [decision, setDecision] = useState<'approve' | 'decline' | null>(null)
  const withdraw = useApprovalCommand(
    () => api.access.withdrawApproval({ approval_id: approval.id }),
    t('approvals.done.withdraw'),
  )
  const run = useApprovalCommand(() => runApproved(approval), t('approvals.done.run'))
  const onError = (error: unknown) => toast({ title: failureText(error), tone: 'danger' })
  const mine = approval.proposed_by === me.id
  const open = approval.status === 'pending' || approval.status === 'approved'
  return (
    <>
      {mine && open ? (
        <Button pending={withdraw.isPending} onClick={() => withdraw.mutate(undefined, { onError })}>
          {t('approvals.act.withdraw')}
        </Button>
      ) : null}
      {mine && approval.status === 'approved' && approval.whole ? (
        <Button variant="primary" pending={run.isPending} onClick={() => run.mutate(undefined, { onError })}>
          {t('approvals.act.run')}
        </Button>
      ) : null}
      {approval.may_decide ? (
        <>
          <Button onClick={() => setDecision('decline')}>{t('approvals.act.decline')}</Button>
          <Button variant="primary" onClick={() => setDecision('approve')}>
            {t('approvals.act.approve')}
          </Button>
        </>
      ) : null}
      {decision ? (
        <DecideDialog approval={approval} decision={decision} onClose={() => setDecision(null)} />
      ) : null}
    </>
  )
}
