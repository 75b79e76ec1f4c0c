import { ClientError } from '@rampart/client/client-error.ts'

/** What stands where one's role does not open a page, before anything is asked for. */
export const forbidden = new ClientError({ code: 'FORBIDDEN', status: 403, message: '' })

/** What stands where an address names something that is not in its list. */
export const missing = new ClientError({ code: 'NOT_FOUND', status: 404, message: '' })
