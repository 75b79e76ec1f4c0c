import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RadioCards } from '@rampart/kit/radio-cards.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import type { StoredFile } from './files-query.ts'

/** Renames and describes a file, and says who may see it. */
export function EditDialog({ file, onClose }: { file: StoredFile; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const [name, setName] = useState(file.name)
  const [alt, setAlt] = useState(file.alt)
  const [visibility, setVisibility] = useState(file.visibility)
  const save = useMutation({
    mutationFn: () => api.media.updateFile({ file_id: file.id, name, alt, visibility }),
    onSuccess: () => {
      toast({ title: t('files.saved') })
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['files'] }),
  })
  return (
    <FormDialog
      title={t('files.editTitle', { name: file.name })}
      submitLabel={t('common.save')}
      pending={save.isPending}
      failure={save.isError ? failureText(save.error) : null}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <TextField
        label={t('files.name')}
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={t('files.alt')}
        maxLength={300}
        value={alt}
        onChange={(event) => setAlt(event.target.value)}
      />
      <RadioCards
        legend={t('files.whoSees')}
        name="visibility"
        defaultValue={visibility}
        options={[
          { value: 'private', label: t('files.visibility.private'), hint: t('files.seesPrivate') },
          { value: 'public', label: t('files.visibility.public'), hint: t('files.seesPublic') },
        ]}
        onChange={(value) => setVisibility(value === 'public' ? 'public' : 'private')}
      />
    </FormDialog>
  )
}
