import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { pictureTypes } from '../products/upload-pictures.ts'
import { meQuery, useMe } from '../session/use-me.ts'

/** The picture beside one's name. */
export function AvatarForm() {
  const { t } = useTranslation()
  const me = useMe()
  const client = useQueryClient()
  const toast = useToast()
  const failureText = useFailureText()
  const input = useRef<HTMLInputElement>(null)
  const change = useMutation({
    mutationFn: async (file: File | null) => {
      if (file === null) return api.identity.removeAvatar({})
      const bytes = new Uint8Array(await file.arrayBuffer())
      return api.identity.setAvatar({ file: { filename: file.name, bytes } })
    },
    onSuccess: (next) => client.setQueryData(meQuery.queryKey, next),
    onError: (error) => toast({ title: failureText(error), tone: 'danger' }),
    onSettled: () => {
      if (input.current) input.current.value = ''
    },
  })
  return (
    <div className="mb-5 flex flex-wrap items-center gap-4 border-b border-line pb-5">
      {me.avatar_url === null ? (
        <span
          aria-hidden="true"
          className="flex size-16 items-center justify-center rounded-full bg-well text-xl font-semibold text-ink-muted"
        >
          {me.full_name.charAt(0).toUpperCase()}
        </span>
      ) : (
        <img
          src={me.avatar_url}
          alt={t('recovery.profile.pictureAlt')}
          width={64}
          height={64}
          className="size-16 rounded-full object-cover"
        />
      )}
      <div className="flex flex-col gap-1.5">
        <div className="flex flex-wrap gap-2">
          <input
            ref={input}
            type="file"
            accept={pictureTypes}
            aria-label={t('recovery.profile.choose')}
            tabIndex={-1}
            className="visually-hidden"
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file !== undefined) change.mutate(file)
            }}
          />
          <Button size="sm" pending={change.isPending} onClick={() => input.current?.click()}>
            {t('recovery.profile.choose')}
          </Button>
          {me.avatar_url === null ? null : (
            <Button size="sm" variant="ghost" disabled={change.isPending} onClick={() => change.mutate(null)}>
              {t('recovery.profile.remove')}
            </Button>
          )}
        </div>
        <p className="text-xs text-ink-subtle">{t('recovery.profile.pictureHint')}</p>
      </div>
    </div>
  )
}
