import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { DropZone } from '@rampart/kit/drop-zone.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { Picture } from '@rampart/kit/picture.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { Spinner } from '@rampart/kit/spinner.tsx'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api, type Category, type WirePicture } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { pictureTypes, useUploads } from '../products/upload-pictures.ts'
import { CategoryOptions } from './category-options.tsx'
import { nextPosition } from './next-position.ts'

const places = {
  CATALOG_SLUG_TAKEN: 'slug',
  CATALOG_CATEGORY_UNKNOWN: 'parent_id',
  CATALOG_CATEGORY_CYCLE: 'parent_id',
  CATALOG_PICTURE_UNKNOWN: 'picture_id',
}

/** Adds a category below `parentId`, or changes one: its name, address, text, place and picture. */
export function CategoryDialog({
  category,
  parentId,
  tree,
  onClose,
}: {
  category: Category | null
  parentId: string | null
  tree: readonly Category[]
  onClose: () => void
}) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const [form, setForm] = useState({
    name: category?.name ?? '',
    slug: category?.slug ?? '',
    description: category?.description ?? '',
    seo_title: category?.seo_title ?? '',
    seo_description: category?.seo_description ?? '',
    parent_id: category?.parent_id ?? parentId ?? '',
  })
  const [picture, setPicture] = useState<WirePicture | null>(category?.picture ?? null)
  const uploads = useUploads(setPicture)
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part })

  const save = useMutation({
    mutationFn: () => {
      const fields = {
        name: form.name.trim(),
        slug: form.slug.trim() || undefined,
        description: form.description,
        seo_title: form.seo_title,
        seo_description: form.seo_description,
        parent_id: form.parent_id || null,
        picture_id: picture?.id ?? null,
      }
      // In a new place it stands last.
      const moved = category === null || (category.parent_id ?? '') !== form.parent_id
      const position = moved ? nextPosition(tree, form.parent_id || null) : undefined
      return category === null
        ? api.catalog.createCategory({ ...fields, position })
        : api.catalog.updateCategory({ category_id: category.id, ...fields, position })
    },
    onSuccess: () => {
      toast({ title: t(category === null ? 'catalog.categoryAdded' : 'catalog.categorySaved') })
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['categories'] }),
  })
  const errors = fieldErrorsOf(save.error, places)
  const at = (path: string) => errors.at(path, failureText)
  return (
    <FormDialog
      title={t(category === null ? 'catalog.newCategory' : 'catalog.editCategory')}
      submitLabel={t('common.save')}
      pending={save.isPending}
      disabled={uploads.waiting > 0}
      failure={errors.rest ? failureText(errors.rest) : (at('picture_id') ?? null)}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <TextField
        label={t('catalog.name')}
        required
        maxLength={120}
        autoFocus
        value={form.name}
        error={at('name')}
        onChange={(event) => set({ name: event.target.value })}
      />
      <SelectField
        label={t('catalog.parent')}
        value={form.parent_id}
        error={at('parent_id')}
        onChange={(event) => set({ parent_id: event.target.value })}
      >
        <option value="">{t('catalog.topLevel')}</option>
        <CategoryOptions tree={tree} skip={category?.id} />
      </SelectField>
      <TextField
        label={t('catalog.address')}
        optional={t('common.optional')}
        hint={form.slug === '' ? t('catalog.slugEmpty') : category ? t('catalog.slugKeep') : undefined}
        maxLength={200}
        spellCheck={false}
        autoCapitalize="none"
        value={form.slug}
        error={at('slug')}
        onChange={(event) => set({ slug: event.target.value })}
      />
      <TextArea
        label={t('catalog.description')}
        optional={t('common.optional')}
        rows={3}
        maxLength={2000}
        value={form.description}
        error={at('description')}
        onChange={(event) => set({ description: event.target.value })}
      />
      <TextField
        label={t('catalog.seoTitle')}
        optional={t('common.optional')}
        maxLength={120}
        value={form.seo_title}
        error={at('seo_title')}
        onChange={(event) => set({ seo_title: event.target.value })}
      />
      <TextArea
        label={t('catalog.seoDescription')}
        optional={t('common.optional')}
        rows={2}
        maxLength={320}
        value={form.seo_description}
        error={at('seo_description')}
        onChange={(event) => set({ seo_description: event.target.value })}
      />
      {uploads.failures.map(({ name, error }) => (
        <Notice key={name} tone="danger">
          {t('catalog.uploadFailed', { name, reason: failureText(error) })}
        </Notice>
      ))}
      <div className="flex items-center gap-4">
        {uploads.waiting > 0 ? (
          <span className="flex size-20 items-center justify-center rounded-md bg-well">
            <Spinner />
          </span>
        ) : (
          <Picture image={picture} alt="" sizes="80px" className="size-20 shrink-0 rounded-md" />
        )}
        <DropZone
          label={t(picture ? 'catalog.changePicture' : 'catalog.addPicture')}
          accept={pictureTypes}
          onFiles={(files) => void uploads.add(files)}
          className="flex-1"
        />
        {picture ? (
          <Button variant="ghost" size="sm" onClick={() => setPicture(null)}>
            {t('common.remove')}
          </Button>
        ) : null}
      </div>
    </FormDialog>
  )
}
