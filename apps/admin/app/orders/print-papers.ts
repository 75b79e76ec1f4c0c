import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useToast } from '@rampart/kit/toast.tsx'
import { api, type Input } from '../api.ts'
import { saveFile } from '../audit/save-file.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'

/** As many orders as the API prints at once. */
export const MOST_PRINTED = 50

/** Makes a pick list or packing slips in the reader's language, as a file to keep. */
export function usePrint() {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const toast = useToast()
  const failureText = useFailureText()
  return useMutation({
    mutationFn: (input: Pick<Input<'orders', 'printOrders'>, 'paper' | 'order_ids'>) =>
      api.orders.printOrders({ ...input, language: locale }),
    onSuccess: (file) => {
      saveFile(file)
      toast({ title: t('fulfilment.printed') })
    },
    onError: (error) => toast({ title: failureText(error), tone: 'danger' }),
  })
}
