import { Keyboard } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { Dialog } from '@rampart/kit/dialog.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { Kbd } from '@rampart/kit/kbd.tsx'
import { chooseRowKeys, readRowKeys } from '../list/row-keys-choice.ts'

const keys = [
  ['j', 'next'],
  ['k', 'previous'],
  ['x', 'tick'],
  ['Enter', 'open'],
  ['/', 'search'],
  ['?', 'help'],
] as const

/** Tells of the keys of the list, and switches them off for those whom they get in the way. */
export function OrderKeys() {
  const { t } = useTranslation()
  const [on, setOn] = useState(readRowKeys)
  return (
    <Dialog
      trigger={
        <Button variant="ghost" size="sm" data-keys-help="">
          <Icon icon={Keyboard} size="sm" />
          {t('fulfilment.keys.button')}
        </Button>
      }
      title={t('fulfilment.keys.title')}
      closeLabel={t('common.close')}
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-control-sm">
        {keys.map(([key, name]) => (
          <div key={key} className="contents">
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{t(`fulfilment.keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        className="mt-5"
        label={t('fulfilment.keys.on')}
        hint={t('fulfilment.keys.onHint')}
        checked={on}
        onChange={(event) => {
          chooseRowKeys(event.target.checked)
          setOn(event.target.checked)
        }}
      />
    </Dialog>
  )
}
