import { ClientError } from '@rampart/client/client-error.ts'
import { Failure } from '../list/failure.tsx'

const nothingHere = new ClientError({ code: 'NOT_FOUND', status: 404, message: '' })

export default function NotFound() {
  return <Failure page error={nothingHere} />
}
