import { listen, type ListenerTable, type ReceivedEvent } from '@rampart/platform/events/listener.ts'
import { identity } from '@rampart/contracts/identity.ts'
import type { NotificationsDeps } from './deps.ts'
import { queueMessage, queueMessages } from './queue-message.ts'

/** What happened to accounts, and the mails that tell of it. */
export const accountListeners = (deps: NotificationsDeps): ListenerTable => [
  listen(identity, 'identity.verification-requested.v1', queueMessage(deps, 'verify-email')),
  listen(identity, 'identity.duplicate-registration.v1', queueMessage(deps, 'duplicate-registration')),
  listen(identity, 'identity.password-reset-requested.v1', queueMessage(deps, 'password-reset-code')),
  listen(identity, 'identity.password-changed.v1', queueMessage(deps, 'password-changed', dated)),
  listen(identity, 'identity.password-disabled.v1', queueMessage(deps, 'password-disabled')),
  listen(
    identity,
    'identity.account-locked.v1',
    queueMessage(deps, 'account-locked', ({ reason }) => ({ reason })),
  ),
  listen(identity, 'identity.account-unlocked.v1', queueMessage(deps, 'account-unlocked')),
  listen(
    identity,
    'identity.new-device.v1',
    queueMessage(deps, 'new-device', ({ session_id, device, place }, event) => ({
      ...dated(null, event),
      reference: session_id,
      device,
      place,
    })),
  ),
  listen(
    identity,
    'identity.email-change-requested.v1',
    queueMessages(deps, [
      ['confirm-new-email', ({ change_id }) => ({ reference: change_id })],
      ['confirm-email-change', ({ change_id }, event) => ({ ...dated(null, event), reference: change_id })],
    ]),
  ),
  listen(identity, 'identity.email-changed.v1', queueMessage(deps, 'email-changed', dated)),
  listen(
    identity,
    'identity.factor-changed.v1',
    queueMessage(deps, 'factor-changed', ({ factor, change }, event) => ({
      ...dated(null, event),
      factor,
      change,
    })),
  ),
  listen(identity, 'identity.staff-invited.v1', queueMessage(deps, 'staff-invited')),
  listen(identity, 'identity.recovery-allowed.v1', queueMessage(deps, 'recovery-allowed')),
  listen(
    identity,
    'identity.sign-in-code-requested.v1',
    queueMessage(deps, 'sign-in-code', ({ mfa_id }) => ({ reference: mfa_id })),
  ),
  listen(
    identity,
    'identity.role-decided.v1',
    queueMessage(deps, 'role-decided', ({ role, approved }) => ({ role, approved })),
  ),
]

function dated(_payload: unknown, event: ReceivedEvent): { readonly at: string } {
  return { at: event.occurred_at }
}
