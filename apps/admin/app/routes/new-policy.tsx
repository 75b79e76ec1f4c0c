import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import type { Answer } from '../api.ts'
import { Failure } from '../list/failure.tsx'
import { Loaded } from '../list/loaded.tsx'
import { useListParams } from '../list/use-list-params.ts'
import { newPolicyDraft } from '../policies/policy-draft.ts'
import { PolicyEditor } from '../policies/policy-editor.tsx'
import { templatesQuery } from '../policies/policies-query.ts'
import { TemplateChoice } from '../policies/template-choice.tsx'
import { useNotation } from '../policies/use-notation.ts'
import { useTemplateWords } from '../policies/use-template-words.ts'
import { useCan } from '../session/use-me.ts'
import { BackLink } from '../shell/back-link.tsx'
import { forbidden } from '../shell/refusals.ts'
import { Page } from '../shell/page.tsx'

export default function NewPolicy() {
  const { t } = useTranslation()
  const can = useCan()
  const templates = useQuery(templatesQuery)
  const chosen = useListParams().get('template')
  if (!can('access:policies')) return <Failure page error={forbidden} />
  return (
    <Page
      narrow
      title={t('policies.newTitle')}
      tab={t('policies.newTitle')}
      lead={chosen === undefined ? t('policies.newLead') : undefined}
      above={
        <BackLink href={chosen === undefined ? '/policies' : '/policies/new'}>
          {t(chosen === undefined ? 'policies.title' : 'policies.otherTemplate')}
        </BackLink>
      }
    >
      <Loaded query={templates} loading={<Skeleton className="h-80 rounded-lg" />}>
        {(known) =>
          chosen === undefined ? (
            <TemplateChoice templates={known.items} />
          ) : (
            <NewPolicyOf known={known} name={chosen} />
          )
        }
      </Loaded>
    </Page>
  )
}

function NewPolicyOf({ known, name }: { known: Answer<'access', 'listPolicyTemplates'>; name: string }) {
  const navigate = useNavigate()
  const notation = useNotation()
  const words = useTemplateWords()
  const template = known.items.find((item) => item.name === name) ?? null
  const said = {
    title: template ? words.title(template) : '',
    description: template ? words.description(template) : '',
  }
  return (
    <PolicyEditor
      key={`${name} ${notation.currency ?? ''}`}
      policy={null}
      start={newPolicyDraft(template, said, notation)}
      known={known}
      notation={notation}
      readOnly={false}
      onSaved={({ id }) => void navigate(`/policies/${id}`)}
    />
  )
}
