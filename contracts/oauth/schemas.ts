import { z } from 'zod'

/** What an app can ask for. Those with a colon open parts of the API. */
export const Scope = z.enum(['openid', 'profile', 'email', 'offline_access', 'shop:read', 'shop:orders'])

/** Where an app runs: on a server (keeps a secret), in a browser, on a phone or desktop (neither keeps one). */
export const ClientKind = z.enum(['web', 'spa', 'native'])

/** An address that people come back to; what it may look like depends on the kind of app. */
export const ReturnAddress = z.string().min(5).max(500)

/** The random name of one request for consent. */
export const RequestId = z
  .string()
  .min(21)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/, 'This is not a request.')
