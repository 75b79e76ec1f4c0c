import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Fold } from '../list/fold.tsx'
import { CodeEditor } from './code-editor.tsx'
import { ParameterFields } from './parameter-fields.tsx'
import type { Notation } from './parameters.ts'
import type { PolicyTemplate } from './policies-query.ts'
import type { PolicyDraft } from './policy-draft.ts'
import { type Place, type PolicyProblem, selectionAt } from './policy-problems.ts'
import { ProblemList } from './problem-list.tsx'
import { useTemplateWords } from './use-template-words.ts'

/** What a policy says: the fields of its template, or its text. */
export function PolicySource({
  draft,
  template,
  schema,
  notation,
  wrong,
  problems,
  readOnly,
  onChange,
}: {
  draft: PolicyDraft
  template: PolicyTemplate | null
  schema: string
  notation: Notation
  wrong: readonly string[]
  problems: readonly PolicyProblem[]
  readOnly: boolean
  onChange: (part: Partial<PolicyDraft>) => void
}) {
  const { t } = useTranslation()
  const words = useTemplateWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const lines = problems.flatMap(({ place }) => (place === null ? [] : [place.line]))
  const open = (place: Place) => {
    field.current?.focus()
    // Backwards, so that its beginning is what a narrow field shows.
    field.current?.setSelectionRange(...selectionAt(draft.text, place), 'backward')
  }
  if (template !== null)
    return (
      <>
        <ParameterFields
          parameters={template.parameters}
          typed={draft.typed}
          wrong={wrong}
          notation={notation}
          readOnly={readOnly}
          onChange={(typed) => onChange({ typed })}
        />
        {problems.length > 0 ? <ProblemList problems={problems} /> : null}
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-control-sm text-ink-subtle">
            {t('policies.fromTemplate', { title: words.title(template) })}
          </p>
          {readOnly ? null : (
            <Button size="sm" variant="ghost" onClick={() => onChange({ template: null })}>
              {t('policies.byHand')}
            </Button>
          )}
        </div>
      </>
    )
  return (
    <>
      <CodeEditor
        label={t('policies.text')}
        value={draft.text}
        error={problems.length === 0 ? undefined : t('policies.problemCount', { count: problems.length })}
        marked={lines}
        field={field}
        maxLength={20_000}
        readOnly={readOnly}
        onChange={(text) => onChange({ text })}
      />
      {problems.length > 0 ? <ProblemList problems={problems} onOpen={open} /> : null}
      <Fold title={t('policies.vocabulary')} count="">
        <div className="mt-3 flex flex-col gap-2">
          <p className="text-control-sm text-ink-muted">
            {t('policies.vocabularyText')}{' '}
            <KitLink
              href="https://docs.cedarpolicy.com/policies/syntax-policy.html"
              target="_blank"
              rel="noreferrer"
              className="underlined"
            >
              {t('policies.cedar')}
            </KitLink>
          </p>
          <pre
            role="region"
            aria-label={t('policies.vocabulary')}
            tabIndex={0}
            className="max-h-80 overflow-auto rounded-md bg-well p-3 font-mono text-xs"
          >
            {schema}
          </pre>
        </div>
      </Fold>
    </>
  )
}
