import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { categoriesQuery } from '../categories/categories-query.ts'
import { CategoryOptions } from '../categories/category-options.tsx'
import type { Editing } from './use-draft.ts'

const statuses = ['draft', 'published', 'archived'] as const

/** Whether it is sold, where it stands, and under which address. */
export function OrganisationCard({ editing, isNew }: { editing: Editing; isNew: boolean }) {
  const { t } = useTranslation()
  const { draft, change, errorAt } = editing
  const categories = useQuery(categoriesQuery)
  const offered = statuses.filter((status) => status !== 'archived' || draft.status === 'archived')
  return (
    <>
      <Card title={t('catalog.visibility')}>
        <SelectField
          label={t('common.status')}
          labelHidden
          hint={t(`catalog.statusHint.${draft.status}`)}
          value={draft.status}
          error={errorAt('status')}
          onChange={(event) => change({ status: event.target.value as (typeof statuses)[number] })}
        >
          {offered.map((status) => (
            <option key={status} value={status}>
              {t(`catalog.status.${status}`)}
            </option>
          ))}
        </SelectField>
      </Card>
      <Card title={t('catalog.organisation')}>
        <div className="flex flex-col gap-4">
          <SelectField
            label={t('catalog.category')}
            value={draft.category_id}
            error={errorAt('category_id')}
            onChange={(event) => change({ category_id: event.target.value })}
          >
            <option value="">{t('catalog.noCategory')}</option>
            <CategoryOptions tree={categories.data?.items ?? []} />
          </SelectField>
          <TextField
            label={t('catalog.brand')}
            optional={t('common.optional')}
            maxLength={80}
            value={draft.brand}
            error={errorAt('brand')}
            onChange={(event) => change({ brand: event.target.value })}
          />
          <TextField
            label={t('catalog.tags')}
            optional={t('common.optional')}
            hint={t('catalog.tagsHint')}
            maxLength={2000}
            value={draft.tags}
            error={errorAt('tags')}
            onChange={(event) => change({ tags: event.target.value })}
          />
          <TextField
            label={t('catalog.address')}
            hint={
              draft.slug === ''
                ? t('catalog.slugEmpty')
                : isNew
                  ? t('catalog.slugHint', { slug: draft.slug })
                  : t('catalog.slugKeep')
            }
            maxLength={200}
            spellCheck={false}
            autoCapitalize="none"
            value={draft.slug}
            error={errorAt('slug')}
            onChange={(event) => change({ slug: event.target.value })}
          />
        </div>
      </Card>
    </>
  )
}
