import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { buttonStyle } from '@rampart/kit/button-style.ts'
import { Notice } from '@rampart/kit/notice.tsx'
import type { PayAnswer } from './pay-answer.ts'

type Problem = Extract<PayAnswer, { problem: unknown }>['problem']

/** Says in plain words what became of an attempt, and whether money may have moved. */
export function PayProblem({ problem, back }: { problem: Problem; back: string }) {
  const { t } = useTranslation()
  if (problem === 'tooMany') {
    return (
      <Notice tone="warning">
        <p>{t('payForm.tooMany')}</p>
      </Notice>
    )
  }
  if (problem === 'unsure') {
    return (
      <Notice
        tone="warning"
        title={t('payForm.unsure')}
        action={
          <a href={back} className={buttonStyle({ variant: 'primary', size: 'sm' })}>
            {t('payForm.look')}
          </a>
        }
      >
        <p>{t('payForm.unsureText')}</p>
      </Notice>
    )
  }
  return (
    <Notice tone="danger" title={t(problem === 'declined' ? 'payForm.declined' : 'payForm.problem')}>
      <p>{t(problem === 'declined' ? 'payForm.declinedText' : 'payForm.problemText')}</p>
    </Notice>
  )
}

/** The form's script did not come. */
export function FormMissing() {
  const { t } = useTranslation()
  return (
    <Notice
      tone="danger"
      title={t('payForm.failed')}
      action={
        <Button size="sm" onClick={() => globalThis.location.reload()}>
          {t('payForm.again')}
        </Button>
      }
    >
      <p>{t('payForm.failedText')}</p>
    </Notice>
  )
}
