import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../api.ts'
import { oneOf } from '../list/use-list-params.ts'
import { useMe } from '../session/use-me.ts'
import { actions, subjectTypes } from './actions.ts'
import { actorNameOf } from './actor.ts'
import { nameIn, tailOf } from './subject.ts'

/** What was done, to what and by whom, in the reader's words; what this app does not know keeps its code. */
export function useEntryWords(entry: AuditEntry) {
  const { t } = useTranslation()
  const me = useMe()
  const action = oneOf(entry.action, actions)
  const type = oneOf(entry.subject_type, subjectTypes)
  const actor = actorNameOf(entry, me.id)
  const kind = type ? t(`logs.subjects.${type}`) : entry.subject_type
  const name = entry.subject_id === me.id ? me.full_name : nameIn(entry)
  return {
    action: action ? t(`logs.actions.${action}`) : entry.action,
    actor: actor === null ? entry.actor_kind : t(actor),
    kind,
    subject: name ?? [kind, tailOf(entry.subject_id)].filter(Boolean).join(' '),
  }
}
