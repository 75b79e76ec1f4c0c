import type { Role } from '../roles/roles-query.ts'
import { minorOf, type Notation } from './parameters.ts'
import type { SimulationInput } from './policies-query.ts'

type Request = NonNullable<SimulationInput['request']>
export type Factor = NonNullable<NonNullable<Request['context']>['factors']>[number]

export const factors = ['password', 'totp', 'passkey', 'external'] as const satisfies Factor[]
export const risks = ['low', 'medium', 'high'] as const

/** A request as the form holds it; empty text means that nothing is known about it. */
export type ImaginedRequest = {
  role: string
  operation: string
  ip: string
  country: string
  risk: '' | (typeof risks)[number]
  at: string
  amount: string
  factors: readonly Factor[]
  device_known: boolean
  fresh: boolean
  approved: boolean
}

/** Somebody of the staff refunds something: what most policies are about. */
export function firstRequest(operation: string): ImaginedRequest {
  return {
    role: 'manager',
    operation,
    ip: '',
    country: '',
    risk: '',
    at: '',
    amount: '',
    factors: ['password', 'totp'],
    device_known: true,
    fresh: false,
    approved: false,
  }
}

/** The request as the API takes it; a role brings its permissions. */
export function readRequest(form: ImaginedRequest, roles: readonly Role[], notation: Notation): Request {
  const role = roles.find(({ name }) => name === form.role)
  const kind = form.role === '' ? 'guest' : form.role === 'customer' ? 'customer' : 'staff'
  const amount = form.amount.trim() === '' ? null : minorOf(form.amount, notation)
  return {
    principal: {
      kind,
      ...(role ? { role: role.name, permissions: [...role.permissions] } : {}),
    },
    operation: form.operation,
    context: {
      device_known: form.device_known,
      fresh: form.fresh,
      approved: form.approved,
      factors: [...form.factors],
      ...(form.ip.trim() === '' ? {} : { ip: form.ip.trim() }),
      ...(form.country === '' ? {} : { country: form.country }),
      ...(form.risk === '' ? {} : { risk: form.risk }),
      ...(form.at === '' ? {} : { at: new Date(form.at).toISOString() }),
      ...(amount === null ? {} : { amount }),
    },
  }
}
