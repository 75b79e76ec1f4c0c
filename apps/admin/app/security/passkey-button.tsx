import { useMutation } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { canUsePasskeys } from '@rampart/client/passkeys.ts'
import { Button } from '@rampart/kit/button.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { usePasskeyFailure } from './use-passkey-failure.ts'

/** A button that uses a passkey, and says what came of it. Nothing where the browser knows none. */
export function PasskeyButton({
  label,
  primary,
  use,
}: {
  label: string
  primary: boolean
  use: () => Promise<void>
}) {
  const failureOf = usePasskeyFailure()
  const press = useMutation({ meta: { signsIn: true }, mutationFn: use })
  if (!canUsePasskeys()) return null
  const failure = failureOf(press.error)
  return (
    <div className="flex flex-col gap-3">
      {failure ? <Notice tone="danger">{failure}</Notice> : null}
      <Button
        {...(primary ? { variant: 'primary' as const } : {})}
        block
        pending={press.isPending}
        onClick={() => press.mutate()}
      >
        <Icon icon={KeyRound} />
        {label}
      </Button>
    </div>
  )
}
