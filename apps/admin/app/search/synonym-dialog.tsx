import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { tagsOf } from '../products/product-input.ts'
import type { Synonym } from './search-queries.ts'

/** A word and what it also means, new or not. */
export function SynonymDialog({ synonym, onClose }: { synonym: Synonym | null; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const [word, setWord] = useState(synonym?.word ?? '')
  const [meanings, setMeanings] = useState(synonym?.meanings.join(', ') ?? '')
  const [both, setBoth] = useState(synonym?.both_ways ?? true)
  const wanted = tagsOf(meanings)
  const save = useMutation({
    mutationFn: () => {
      const input = { word: word.trim(), meanings: wanted, both_ways: both }
      return synonym === null
        ? api.search.createSynonym(input)
        : api.search.updateSynonym({ synonym_id: synonym.id, ...input })
    },
    onSuccess: async () => {
      toast({ title: t('search.synonymSaved') })
      await client.invalidateQueries({ queryKey: ['search'] })
      onClose()
    },
  })
  return (
    <FormDialog
      title={t(synonym === null ? 'search.addSynonym' : 'search.editSynonym')}
      submitLabel={t('common.save')}
      pending={save.isPending}
      disabled={word.trim() === '' || wanted.length === 0}
      failure={save.isError ? failureText(save.error) : null}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <TextField
        label={t('search.word')}
        hint={t('search.wordHint')}
        required
        autoFocus
        maxLength={60}
        value={word}
        onChange={(event) => setWord(event.target.value)}
      />
      <TextField
        label={t('search.meanings')}
        hint={t('search.meaningsHint')}
        required
        maxLength={1_000}
        value={meanings}
        onChange={(event) => setMeanings(event.target.value)}
      />
      <Checkbox
        label={t('search.bothWays')}
        hint={t('search.bothWaysHint')}
        checked={both}
        onChange={(event) => setBoth(event.target.checked)}
      />
    </FormDialog>
  )
}
