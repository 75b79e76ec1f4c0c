import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api, type Answer } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useLeaveGuard } from '../form/use-leave-guard.tsx'
import type { Notation } from './parameters.ts'
import type { Policy } from './policies-query.ts'
import { type PolicyDraft, readSource } from './policy-draft.ts'
import { policyProblems } from './policy-problems.ts'
import { PolicySource } from './policy-source.tsx'
import { Simulator } from './simulator.tsx'

/** The form of a policy, new or there already, and below it what it would decide before it is saved. */
export function PolicyEditor({
  policy,
  start,
  known,
  notation,
  readOnly,
  onSaved,
}: {
  policy: Policy | null
  start: PolicyDraft
  known: Answer<'access', 'listPolicyTemplates'>
  notation: Notation
  readOnly: boolean
  onSaved: (policy: Policy) => void
}) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const [draft, setDraft] = useState(start)
  const [tried, setTried] = useState(false)
  const dirty = !readOnly && JSON.stringify(draft) !== JSON.stringify(start)
  const leave = useLeaveGuard(dirty)
  const { source, wrong } = readSource(draft, known.items, notation)
  const template = known.items.find(({ name }) => name === draft.template) ?? null
  const save = useMutation({
    mutationFn: () => {
      const { name, description, enabled } = draft
      const content = { name: name.trim(), description: description.trim(), enabled, ...source }
      return policy === null
        ? api.access.createPolicy(content)
        : api.access.updatePolicy({ policy_id: policy.id, version: policy.version, ...content })
    },
    onSuccess: (saved) => {
      toast({ title: t('policies.saved') })
      leave.release()
      onSaved(saved)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['policies'] }),
  })
  const problems = policyProblems(save.error)
  const errors = fieldErrorsOf(save.error, { ACCESS_POLICY_EXISTS: 'name' })
  const set = (part: Partial<PolicyDraft>) => setDraft({ ...draft, ...part })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!save.isPending && wrong.length === 0) save.mutate()
  }
  return (
    <div className="flex min-w-0 flex-col gap-5">
      {leave.dialog}
      <form onSubmit={submit} className="flex min-w-0 flex-col gap-4">
        {errors.rest ? <Notice tone="danger">{failureText(errors.rest)}</Notice> : null}
        <Card>
          <div className="flex flex-col gap-4">
            <TextField
              label={t('policies.name')}
              required
              maxLength={80}
              readOnly={readOnly}
              value={draft.name}
              error={errors.at('name', failureText)}
              onChange={(event) => set({ name: event.target.value })}
            />
            <TextArea
              label={t('policies.description')}
              optional={readOnly ? undefined : t('common.optional')}
              rows={2}
              maxLength={500}
              readOnly={readOnly}
              value={draft.description}
              error={errors.at('description', failureText)}
              onChange={(event) => set({ description: event.target.value })}
            />
            <PolicySource
              draft={draft}
              template={template}
              schema={known.schema}
              notation={notation}
              wrong={tried ? wrong : []}
              problems={problems}
              readOnly={readOnly}
              onChange={set}
            />
            <Checkbox
              label={t('policies.enabled')}
              hint={t('policies.enabledHint')}
              disabled={readOnly}
              checked={draft.enabled}
              onChange={(event) => set({ enabled: event.target.checked })}
            />
          </div>
        </Card>
        {readOnly ? null : (
          <div className="flex justify-end">
            <Button
              type="submit"
              variant="primary"
              pending={save.isPending}
              disabled={policy !== null && !dirty}
            >
              {t('common.save')}
            </Button>
          </div>
        )}
      </form>
      {readOnly ? null : (
        <Simulator
          operations={known.operations}
          notation={notation}
          policy={wrong.length > 0 ? null : { ...(policy ? { policy_id: policy.id } : {}), ...source }}
        />
      )}
    </div>
  )
}
