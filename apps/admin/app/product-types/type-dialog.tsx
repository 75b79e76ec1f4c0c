import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { tagsOf } from '../products/product-input.ts'
import { type DraftAttribute, TypeAttributeRow } from './type-attribute-row.tsx'
import type { ProductType } from './types.ts'

let made = 0
const emptyAttribute = (): DraftAttribute => {
  made += 1
  return { row: `new-${made}`, name: '', kind: 'text', unit: '', required: false, choices: '' }
}

/** A product type with its attributes, new or not. */
export function TypeDialog({ type, onClose }: { type: ProductType | null; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const [name, setName] = useState(type?.name ?? '')
  const [attributes, setAttributes] = useState<DraftAttribute[]>(
    (type?.attributes ?? []).map(({ key, choices, ...rest }) => ({
      ...rest,
      row: key,
      choices: choices.join(', '),
    })),
  )
  const save = useMutation({
    mutationFn: () => {
      const input = {
        name: name.trim(),
        attributes: attributes.map(({ row: _row, kind, unit, choices, ...rest }) => ({
          ...rest,
          kind,
          name: rest.name.trim(),
          unit: kind === 'number' ? unit.trim() : '',
          choices: kind === 'choice' ? tagsOf(choices) : [],
        })),
      }
      return type === null
        ? api.catalog.createProductType(input)
        : api.catalog.updateProductType({ type_id: type.id, ...input })
    },
    onSuccess: async () => {
      toast({ title: t('productTypes.saved') })
      await client.invalidateQueries({ queryKey: ['product-types'] })
      onClose()
    },
  })
  const set = (row: string, part: Partial<DraftAttribute>) =>
    setAttributes(
      attributes.map((attribute) => (attribute.row === row ? { ...attribute, ...part } : attribute)),
    )
  return (
    <FormDialog
      title={t(type === null ? 'productTypes.add' : 'productTypes.edit')}
      submitLabel={t('common.save')}
      pending={save.isPending}
      disabled={name.trim() === '' || attributes.some((attribute) => attribute.name.trim() === '')}
      failure={save.isError ? failureText(save.error) : null}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <TextField
        label={t('productTypes.name')}
        required
        autoFocus
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <fieldset className="flex flex-col gap-3">
        <legend className="pb-2 text-control-sm font-medium">{t('productTypes.attributes')}</legend>
        {attributes.map((attribute) => (
          <TypeAttributeRow
            key={attribute.row}
            attribute={attribute}
            onChange={(part) => set(attribute.row, part)}
            onRemove={() => setAttributes(attributes.filter(({ row }) => row !== attribute.row))}
          />
        ))}
        <Button
          size="sm"
          variant="ghost"
          className="self-start"
          onClick={() => setAttributes([...attributes, emptyAttribute()])}
        >
          <Icon icon={Plus} size="sm" />
          {t('productTypes.addAttribute')}
        </Button>
      </fieldset>
    </FormDialog>
  )
}
