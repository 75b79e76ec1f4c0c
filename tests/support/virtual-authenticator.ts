import type { Page } from 'playwright-core'

/** An authenticator of Chromium's own, plugged into one page (Chrome DevTools Protocol, WebAuthn domain). */
export type VirtualAuthenticator = {
  /** The passkeys it holds, with their counters as they are now. */
  held(): Promise<readonly object[]>
  unplug(): Promise<void>
  /** Whether it can tell who touches it. */
  setUserVerified(verified: boolean): Promise<void>
}

type Options = { readonly verifies?: boolean }

/** Plugs one in that keeps passkeys, those of an earlier page among them, and that verifies its user unless told. */
export async function plugIn(
  page: Page,
  { verifies = true }: Options = {},
  credentials: readonly object[] = [],
): Promise<VirtualAuthenticator> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: verifies,
      isUserVerified: verifies,
      automaticPresenceSimulation: true,
    },
  })
  for (const credential of credentials) {
    await cdp.send('WebAuthn.addCredential', { authenticatorId, credential: credential as never })
  }
  return {
    held: async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    unplug: async () => void (await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })),
    setUserVerified: async (isUserVerified) =>
      void (await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })),
  }
}

/** Runs in a page, before its own scripts: its fields suggest no passkeys, so that a button can be what is tested. */
export function hideSuggestions(): void {
  const scope = globalThis as unknown as { PublicKeyCredential: { isConditionalMediationAvailable: unknown } }
  scope.PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)
}
