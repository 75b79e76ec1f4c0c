import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { rolesQuery } from '../roles/roles-query.ts'
import { useCan } from '../session/use-me.ts'
import { firstRequest, readRequest } from './imagined-request.ts'
import { LastDay } from './last-day.tsx'
import type { Notation } from './parameters.ts'
import type { SimulationInput } from './policies-query.ts'
import { policyProblems } from './policy-problems.ts'
import { ProblemList } from './problem-list.tsx'
import { RequestForm } from './request-form.tsx'
import { Verdict } from './verdict.tsx'

const USUAL = 'payments.refundOrder'

/** Tries a policy before it counts: on a request made up here, and on those of the last day. */
export function Simulator({
  operations,
  notation,
  policy,
}: {
  operations: readonly { name: string; summary: string }[]
  notation: Notation
  /** As it stands in the form; null while a field of it does not read. */
  policy: SimulationInput['policy'] | null
}) {
  const { t } = useTranslation()
  const can = useCan()
  const failureText = useFailureText()
  const roles = useQuery({ ...rolesQuery, enabled: can('access:read') })
  const [form, setForm] = useState(() => firstRequest(USUAL))
  const known = roles.data?.items ?? []
  const simulate = useMutation({
    mutationFn: () =>
      api.access.simulatePolicies({
        ...(policy ? { policy } : {}),
        request: readRequest(form, known, notation),
      }),
  })
  const errors = fieldErrorsOf(simulate.error)
  const problems = policyProblems(simulate.error)
  const answer = simulate.data
  return (
    <Card title={t('policies.tryTitle')}>
      <div className="flex flex-col gap-5">
        <p className="text-control-sm text-ink-muted">{t('policies.tryText')}</p>
        <RequestForm
          form={form}
          roles={known}
          operations={operations}
          notation={notation}
          errorAt={(path) => errors.at(path, failureText)}
          onChange={setForm}
        />
        <div className="flex justify-end">
          <Button disabled={policy === null} pending={simulate.isPending} onClick={() => simulate.mutate()}>
            {t('policies.try')}
          </Button>
        </div>
        {errors.rest ? (
          <Notice tone="danger" title={failureText(errors.rest)}>
            {problems.length > 0 ? <ProblemList problems={problems} /> : null}
          </Notice>
        ) : null}
        {answer ? (
          <div aria-live="polite" className="flex flex-col gap-5 border-t border-line pt-4">
            {answer.decision ? (
              <div className="grid gap-4 sm:grid-cols-2">
                <Decision title={t('policies.now')} decision={answer.decision.now} />
                <Decision title={t('policies.then')} decision={answer.decision.then} />
              </div>
            ) : null}
            <LastDay lastDay={answer.last_day} />
          </div>
        ) : null}
      </div>
    </Card>
  )
}

function Decision({
  title,
  decision,
}: {
  title: string
  decision: { verdict: Parameters<typeof Verdict>[0]['verdict']; because: string[]; errors: string[] }
}) {
  const { t } = useTranslation()
  return (
    <section className="flex flex-col items-start gap-1.5">
      <h3 className="text-xs text-ink-subtle">{title}</h3>
      <Verdict verdict={decision.verdict} />
      {decision.because.length > 0 ? (
        <p className="text-control-sm text-ink-muted">
          {t('policies.because', { policies: decision.because.join(', ') })}
        </p>
      ) : (
        <p className="text-control-sm text-ink-muted">
          {t(decision.verdict === 'allow' ? 'policies.byRole' : 'policies.byNoRole')}
        </p>
      )}
      {decision.errors.map((error) => (
        <p key={error} className="text-control-sm text-danger">
          {error}
        </p>
      ))}
    </section>
  )
}
