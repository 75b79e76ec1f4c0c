import { identity } from '@rampart/contracts/identity.ts'
import { oauth, type Oauth } from '@rampart/contracts/oauth.ts'
import { listen } from '@rampart/platform/events/listener.ts'
import { type Deps, defineModule } from '@rampart/platform/module/define-module.ts'
import { authenticateApp } from './authenticate-app.ts'
import { cleanUp } from './clean-up.ts'
import { consumeArtefact } from './consume-artefact.ts'
import { createClient } from './create-client.ts'
import { decideConsent } from './decide-consent.ts'
import { deleteArtefact } from './delete-artefact.ts'
import { deleteClient } from './delete-client.ts'
import type { OauthDeps } from './deps.ts'
import { disconnectApp } from './disconnect-app.ts'
import { erasePersonalData } from './erase-personal-data.ts'
import { exportPersonalData } from './export-personal-data.ts'
import { findArtefact } from './find-artefact.ts'
import { findClient } from './find-client.ts'
import { findGrant } from './find-grant.ts'
import { getConsent } from './get-consent.ts'
import { getPublicKeys, getSigningKeys } from './get-signing-keys.ts'
import { issueSignOut } from './issue-sign-out.ts'
import { listClients } from './list-clients.ts'
import { listConnectedApps } from './list-connected-apps.ts'
import { onSessionsEnded } from './on-sessions-ended.ts'
import { readSignOut } from './read-sign-out.ts'
import { requestConsent } from './request-consent.ts'
import { revokeByGrant } from './revoke-by-grant.ts'
import { rotateClientSecret } from './rotate-client-secret.ts'
import { rotateKeys } from './rotate-keys.ts'
import { saveArtefact } from './save-artefact.ts'
import { updateClient } from './update-client.ts'
import { verifyClientSecret } from './verify-client-secret.ts'

/** Apps of others that sign people in with this shop. */
export const oauthModule = defineModule({
  contract: oauth,
  calls: {},
  migrations: new URL('./migrations/', import.meta.url),
  create: (given) => {
    const deps = withOwnKeys(given)
    return {
      operations: {
        listClients: listClients(deps),
        createClient: createClient(deps),
        updateClient: updateClient(deps),
        rotateClientSecret: rotateClientSecret(deps),
        deleteClient: deleteClient(deps),
        listConnectedApps: listConnectedApps(deps),
        disconnectApp: disconnectApp(deps),
        getConsent: getConsent(deps),
        decideConsent: decideConsent(deps),
        readSignOut: readSignOut(deps),
        findClient: findClient(deps),
        verifyClientSecret: verifyClientSecret(deps),
        saveArtefact: saveArtefact(deps),
        findArtefact: findArtefact(deps),
        consumeArtefact: consumeArtefact(deps),
        deleteArtefact: deleteArtefact(deps),
        revokeByGrant: revokeByGrant(deps),
        findGrant: findGrant(deps),
        requestConsent: requestConsent(deps),
        issueSignOut: issueSignOut(deps),
        authenticateApp: authenticateApp(deps),
        getSigningKeys: getSigningKeys(deps),
        getPublicKeys: getPublicKeys(deps),
        exportPersonalData: exportPersonalData(deps),
        erasePersonalData: erasePersonalData(deps),
      },
      listens: [
        listen(identity, 'identity.sessions-ended.v1', onSessionsEnded(deps)),
        listen(identity, 'identity.account-locked.v1', onSessionsEnded(deps)),
      ],
      schedules: [
        { name: 'clean-up', everySeconds: 600, run: cleanUp(deps) },
        { name: 'rotate-keys', everySeconds: 3_600, run: (context) => rotateKeys(deps, context.now()) },
      ],
    }
  },
})

function withOwnKeys(given: Deps<Oauth>): OauthDeps {
  return {
    ...given,
    artefactKey: given.keys.derive('oauth:artefacts'),
    signingKey: given.keys.derive('oauth:signing-keys'),
    ticketKey: given.keys.derive('oauth:sign-out'),
  }
}
