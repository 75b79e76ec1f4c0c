import { isLocalAddress } from '@rampart/platform/geo/local-address.ts'
import { deviceName } from '../sign-in/device-name.ts'
import type { OpenSessionRow } from '../store/sessions.ts'

/** A session as people see it. */
export function sessionView(row: OpenSessionRow) {
  return {
    id: row.id,
    device: deviceName(row.user_agent),
    place: row.place,
    ip: row.ip,
    local_network: row.ip !== null && isLocalAddress(row.ip),
    method: row.method,
    created_at: row.created_at,
    last_used_at: row.last_used_at,
  }
}
