import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import { type AddressFault, addressFault, type ClientKind } from './domain/redirect-uri.ts'
import type { ClientFields } from './store/clients.ts'

const sentences: Readonly<Record<AddressFault, string>> = {
  form: 'This is not a complete address.',
  fragment: 'An address cannot hold a #.',
  wildcard: 'An address cannot hold a *: list each one.',
  credentials: 'An address cannot hold a user name or password.',
  spelling: 'Write the address as a browser does: lower-case host, a slash after it, no dots in the path.',
  scheme:
    'Use https. Plain http is for 127.0.0.1 and localhost; installed apps can use a scheme such as com.example.app.',
}

type Input = Omit<ParsedInputOf<Oauth, 'updateClient'>, 'client_id'>

/**
 * The fields of an app, each once.
 * @throws OAUTH_BAD_REDIRECT_URI naming every address that is not safe for this kind of app
 */
export function readClientFields(
  input: Input,
  kind: ClientKind,
  context: HandlerContext<'OAUTH_BAD_REDIRECT_URI'>,
): ClientFields {
  const errors = (['redirect_uris', 'post_logout_redirect_uris'] as const).flatMap((field) =>
    input[field].flatMap((address, index) => {
      const fault = addressFault(kind, address)
      return fault === null ? [] : [{ path: `${field}.${String(index)}`, message: sentences[fault] }]
    }),
  )
  if (errors.length > 0) throw context.fail('OAUTH_BAD_REDIRECT_URI', { errors })
  return {
    name: input.name,
    redirect_uris: [...new Set(input.redirect_uris)],
    post_logout_redirect_uris: [...new Set(input.post_logout_redirect_uris)],
    scopes: [...new Set(input.scopes)],
  }
}
