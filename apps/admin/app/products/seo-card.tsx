import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import type { Editing } from './use-draft.ts'

/** What search engines show of the product, with what they would show by themselves. */
export function SeoCard({ editing: { draft, change, errorAt } }: { editing: Editing }) {
  const { t } = useTranslation()
  return (
    <Card title={t('catalog.seo')}>
      <div className="flex flex-col gap-4">
        <TextField
          label={t('catalog.seoTitle')}
          optional={t('common.optional')}
          hint={draft.seo_title === '' ? draft.name || undefined : undefined}
          maxLength={120}
          value={draft.seo_title}
          error={errorAt('seo_title')}
          onChange={(event) => change({ seo_title: event.target.value })}
        />
        <TextArea
          label={t('catalog.seoDescription')}
          optional={t('common.optional')}
          hint={
            draft.seo_description === ''
              ? draft.summary || draft.description.slice(0, 160) || undefined
              : undefined
          }
          rows={2}
          maxLength={320}
          value={draft.seo_description}
          error={errorAt('seo_description')}
          onChange={(event) => change({ seo_description: event.target.value })}
        />
      </div>
    </Card>
  )
}
