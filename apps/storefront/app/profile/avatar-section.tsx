import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRevalidator } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { useHydrated } from '@rampart/kit/use-hydrated.ts'
import { SecuritySection } from '../security/security-section.tsx'
import { changeAvatar } from './change-avatar.ts'

const ACCEPTED = 'image/jpeg,image/png,image/webp,image/avif'

/** The picture beside one's name. */
export function AvatarSection({ name, url }: { name: string; url: string | null }) {
  const { t } = useTranslation()
  const hydrated = useHydrated()
  const { revalidate } = useRevalidator()
  const input = useRef<HTMLInputElement>(null)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<'avatarFailed' | 'avatarTooLarge' | 'tooMany' | null>(null)
  const change = async (file: File | null) => {
    setPending(true)
    setProblem(await changeAvatar(file))
    await revalidate()
    setPending(false)
    if (input.current) input.current.value = ''
  }
  return (
    <SecuritySection id="avatar" title={t('profile.avatarTitle')} lead={t('profile.avatarLead')}>
      {problem ? (
        <div className="mb-4">
          <Notice tone="danger">
            {problem === 'tooMany' ? t('account.tooMany') : t(`profile.${problem}`)}
          </Notice>
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-5">
        {url === null ? (
          <span
            aria-hidden="true"
            className="flex size-20 items-center justify-center rounded-full bg-well text-2xl font-semibold text-ink-muted"
          >
            {name.trim().charAt(0).toUpperCase()}
          </span>
        ) : (
          <img
            src={url}
            alt={t('profile.avatarAlt')}
            width={80}
            height={80}
            className="size-20 rounded-full object-cover"
          />
        )}
        {hydrated ? (
          <div className="flex flex-wrap gap-3">
            <input
              ref={input}
              type="file"
              accept={ACCEPTED}
              aria-label={t('profile.avatarChoose')}
              tabIndex={-1}
              className="visually-hidden"
              onChange={(event) => void change(event.target.files?.[0] ?? null)}
            />
            <Button pending={pending} onClick={() => input.current?.click()}>
              {t('profile.avatarChoose')}
            </Button>
            {url === null ? null : (
              <Button variant="ghost" disabled={pending} onClick={() => void change(null)}>
                {t('profile.avatarRemove')}
              </Button>
            )}
          </div>
        ) : (
          <p className="text-sm text-ink-muted">{t('profile.avatarScript')}</p>
        )}
      </div>
    </SecuritySection>
  )
}
