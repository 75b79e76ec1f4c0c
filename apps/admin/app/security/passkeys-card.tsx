import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addPasskey, canUsePasskeys } from '@rampart/client/passkeys.ts'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { api } from '../api.ts'
import { Loaded } from '../list/loaded.tsx'
import { factorsQuery } from './factors-query.ts'
import { PasskeyRow } from './passkey-row.tsx'
import { type Passkey, passkeysQuery } from './passkeys-query.ts'
import { RemovePasskeyDialog } from './remove-passkey-dialog.tsx'
import { RenamePasskeyDialog } from './rename-passkey-dialog.tsx'
import { usePasskeyFailure } from './use-passkey-failure.ts'

type Opened = { readonly dialog: 'rename' | 'remove'; readonly passkey: Passkey }

/** The passkeys of the account, and another one. */
export function PasskeysCard() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const passkeys = useQuery(passkeysQuery)
  const factors = useQuery(factorsQuery)
  const failureOf = usePasskeyFailure()
  const [opened, setOpened] = useState<Opened | null>(null)
  const add = useMutation({
    mutationFn: () => addPasskey(api.identity),
    // The first factor of a session lifts it: everything is to be asked anew.
    onSuccess: () => client.invalidateQueries(),
  })
  const failure = failureOf(add.error)
  const usable = canUsePasskeys()
  return (
    <Card
      title={t('security.passkeys.title')}
      action={
        usable ? (
          <Button size="sm" pending={add.isPending} onClick={() => add.mutate()}>
            <Icon icon={Plus} size="sm" />
            {t('security.passkeys.add')}
          </Button>
        ) : undefined
      }
    >
      <div className="flex flex-col gap-4">
        <p className="max-w-prose text-control-sm text-ink-muted">{t('security.passkeys.lead')}</p>
        {usable ? null : <Notice>{t('security.passkeys.unusable')}</Notice>}
        {failure ? <Notice tone="danger">{failure}</Notice> : null}
        {add.isSuccess ? (
          <Notice tone="success">{t('security.passkeys.added', { name: add.data.name })}</Notice>
        ) : null}
        <Loaded query={passkeys} loading={<Skeleton className="h-12 w-full" />}>
          {({ items }) => (
            <div className="flex flex-col gap-4">
              {items.length === 0 ? (
                <p className="text-ink-muted">{t('security.passkeys.none')}</p>
              ) : (
                <ul className="divide-y divide-line">
                  {items.map((passkey) => (
                    <PasskeyRow
                      key={passkey.id}
                      passkey={passkey}
                      onRename={() => setOpened({ dialog: 'rename', passkey })}
                      onRemove={() => setOpened({ dialog: 'remove', passkey })}
                    />
                  ))}
                </ul>
              )}
              {items.length === 1 && factors.data?.totp === false ? (
                <Notice>{t('security.passkeys.spare')}</Notice>
              ) : null}
            </div>
          )}
        </Loaded>
      </div>
      {opened?.dialog === 'rename' ? (
        <RenamePasskeyDialog passkey={opened.passkey} onClose={() => setOpened(null)} />
      ) : null}
      {opened?.dialog === 'remove' ? (
        <RemovePasskeyDialog passkey={opened.passkey} onClose={() => setOpened(null)} />
      ) : null}
    </Card>
  )
}
