import { useTranslation } from 'react-i18next'
import { passkeyTrouble } from '@rampart/client/passkeys.ts'
import { useFailureText } from '../form/use-failure-text.ts'

/** A sentence about a passkey that came to nothing; null where whoever sits there stopped it. */
export function usePasskeyFailure(): (error: unknown) => string | null {
  const { t } = useTranslation()
  const failureText = useFailureText()
  return (error) => {
    if (error === null) return null
    const trouble = passkeyTrouble(error)
    if (trouble === 'quiet') return null
    return trouble === 'api' ? failureText(error) : t(`security.passkeys.${trouble}`)
  }
}
