import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import type { Editing } from './use-draft.ts'

/** What the product is called and what is said about it. */
export function DetailsCard({ editing: { draft, change, errorAt } }: { editing: Editing }) {
  const { t } = useTranslation()
  return (
    <Card title={t('catalog.details')}>
      <div className="flex flex-col gap-4">
        <TextField
          label={t('catalog.name')}
          maxLength={200}
          value={draft.name}
          error={errorAt('name')}
          onChange={(event) => change({ name: event.target.value })}
        />
        <TextField
          label={t('catalog.summary')}
          hint={t('catalog.summaryHint')}
          maxLength={200}
          value={draft.summary}
          error={errorAt('summary')}
          onChange={(event) => change({ summary: event.target.value })}
        />
        <TextArea
          label={t('catalog.description')}
          hint={t('catalog.descriptionHint')}
          rows={9}
          maxLength={20_000}
          value={draft.description}
          error={errorAt('description')}
          onChange={(event) => change({ description: event.target.value })}
        />
      </div>
    </Card>
  )
}
