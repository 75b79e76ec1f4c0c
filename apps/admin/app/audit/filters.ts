import type { Input } from '../api.ts'
import type { ListParams } from '../list/use-list-params.ts'

export type Filters = Omit<Input<'audit', 'listEntries'>, 'cursor' | 'limit'>

const SHORTEST_TEXT = 2
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The filters of the log as they stand in the address. Days are the reader's own, from midnight to midnight. */
export function filtersIn(params: ListParams): Filters {
  const text = params.get('q')
  return {
    action: params.get('action'),
    action_prefix: params.get('action_prefix'),
    subject_type: params.get('subject_type'),
    subject_id: params.get('subject_id'),
    actor_id: params.get('actor_id'),
    ip: params.get('ip'),
    request_id: params.get('request_id'),
    from: midnight(params.get('from'), 0),
    until: midnight(params.get('to'), 1),
    text: text !== undefined && text.length >= SHORTEST_TEXT ? text : undefined,
  }
}

/** Every name that a filter has in the address. */
export const filterNames = [
  'action',
  'action_prefix',
  'subject_type',
  'subject_id',
  'actor_id',
  'ip',
  'request_id',
  'from',
  'to',
  'q',
] as const

function midnight(day: string | undefined, later: number): string | undefined {
  if (day === undefined || !DAY.test(day)) return undefined
  const moment = new Date(`${day}T00:00:00`)
  if (Number.isNaN(moment.getTime())) return undefined
  moment.setDate(moment.getDate() + later)
  return moment.toISOString()
}
