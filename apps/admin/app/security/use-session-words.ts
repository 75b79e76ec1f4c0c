import { useTranslation } from 'react-i18next'
import type { Answer } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'

export type Session = Answer<'identity', 'listSessions'>['items'][number]

/** What devices, places and ways to sign in are called in the reader's language. */
export function useSessionWords() {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  return {
    device: (name: string) => {
      const [browser, system] = name.split(' on ')
      if (browser === 'Unknown device') return t('security.sessions.unknownDevice')
      return system === undefined ? name : t('security.sessions.device', { browser, system })
    },
    place: ({ place, local_network }: Pick<Session, 'place' | 'local_network'>) =>
      place === null
        ? t(local_network ? 'security.sessions.thisNetwork' : 'security.sessions.unknownPlace')
        : format.country(place),
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
