import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { Badge } from '@rampart/kit/badge.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import type { Answer } from '../api.ts'
import { Failure } from '../list/failure.tsx'
import { Loaded } from '../list/loaded.tsx'
import { DeletePolicy } from '../policies/delete-policy.tsx'
import { policiesQuery, type Policy, templatesQuery } from '../policies/policies-query.ts'
import { policyDraft } from '../policies/policy-draft.ts'
import { PolicyEditor } from '../policies/policy-editor.tsx'
import { PolicyVersions } from '../policies/policy-versions.tsx'
import { useNotation } from '../policies/use-notation.ts'
import { useCan } from '../session/use-me.ts'
import { BackLink } from '../shell/back-link.tsx'
import { missing } from '../shell/refusals.ts'
import { Page } from '../shell/page.tsx'

export default function PolicyPage() {
  const { policyId = '' } = useParams()
  const policies = useQuery(policiesQuery)
  const templates = useQuery(templatesQuery)
  const loading = <Skeleton className="mx-gutter my-6 h-96 rounded-lg" />
  return (
    <Loaded query={policies} page loading={loading}>
      {({ items }) => (
        <Loaded query={templates} page loading={loading}>
          {(known) => {
            const policy = items.find(({ id }) => id === policyId)
            return policy ? <PolicyPageOf policy={policy} known={known} /> : <Failure page error={missing} />
          }}
        </Loaded>
      )}
    </Loaded>
  )
}

function PolicyPageOf({ policy, known }: { policy: Policy; known: Answer<'access', 'listPolicyTemplates'> }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const notation = useNotation()
  const [removing, setRemoving] = useState(false)
  const mine = can('access:policies')
  return (
    <Page
      narrow
      title={policy.name}
      tab={policy.name}
      above={<BackLink href="/policies">{t('policies.title')}</BackLink>}
      meta={
        <Badge tone={policy.enabled ? 'success' : 'neutral'} dot>
          {t(policy.enabled ? 'policies.on' : 'policies.off')}
        </Badge>
      }
      actions={mine ? <Button onClick={() => setRemoving(true)}>{t('common.delete')}</Button> : null}
    >
      <PolicyEditor
        key={`${String(policy.version)} ${notation.currency ?? ''}`}
        policy={policy}
        start={policyDraft(policy, known.items, notation)}
        known={known}
        notation={notation}
        readOnly={!mine}
        onSaved={() => undefined}
      />
      <PolicyVersions policyId={policy.id} />
      {removing ? (
        <DeletePolicy
          policy={policy}
          onClose={() => setRemoving(false)}
          onDone={() => void navigate('/policies')}
        />
      ) : null}
    </Page>
  )
}
