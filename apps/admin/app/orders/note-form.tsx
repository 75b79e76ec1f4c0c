import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useOrderCommand } from './use-order-command.ts'

/** Notes something about an order, for staff alone. */
export function NoteForm({ orderId }: { orderId: string }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [body, setBody] = useState('')
  const add = useOrderCommand(
    () => api.orders.addNote({ order_id: orderId, body: body.trim() }),
    t('orders.noteAdded'),
    () => setBody(''),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (body.trim() !== '' && !add.isPending) add.mutate()
  }
  return (
    <form onSubmit={submit} className="mb-5 flex flex-col items-start gap-2 border-b border-line pb-5">
      <TextArea
        label={t('orders.staffNote')}
        hint={t('orders.noteHint')}
        className="w-full"
        rows={2}
        maxLength={2000}
        value={body}
        error={add.error ? failureText(add.error) : undefined}
        onChange={(event) => setBody(event.target.value)}
      />
      <Button type="submit" size="sm" pending={add.isPending} disabled={body.trim() === ''}>
        {t('orders.addNote')}
      </Button>
    </form>
  )
}
