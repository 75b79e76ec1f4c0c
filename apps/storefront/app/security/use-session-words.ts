import { useTranslation } from 'react-i18next'
import { useEnvironment } from '../environment.tsx'

type Seen = { place: string | null; ip: string | null; local_network: boolean }

/** What devices, places and ways to sign in are called in the reader's language. */
export function useSessionWords() {
  const { t, i18n } = useTranslation()
  const { locale } = useEnvironment()
  return {
    device: (name: string) => {
      const [browser, system] = name.split(' on ')
      if (browser === 'Unknown device') return t('security.sessions.unknownDevice')
      return system === undefined ? name : t('security.sessions.device', { browser, system })
    },
    place: ({ place, local_network }: Seen) => {
      if (place !== null) return new Intl.DisplayNames(locale, { type: 'region' }).of(place) ?? place
      return t(local_network ? 'security.sessions.thisNetwork' : 'security.sessions.unknownPlace')
    },
    method: (method: string) =>
      method
        .split('+')
        .map((part) => {
          const [way = '', provider] = part.split(':')
          const key = `security.sessions.methods.${way}`
          return i18n.exists(key) ? (t as (key: string, values: object) => string)(key, { provider }) : way
        })
        .join(' + '),
  }
}
