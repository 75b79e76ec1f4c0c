import { check } from './check.ts'

const localNames = ['localhost', '127.0.0.1', '[::1]']
const loopback = ['localhost', '127.0.0.1', '::1']

function isLocal(publicUrl: string): boolean {
  return localNames.some((name) => [`http://${name}`, `https://${name}`].includes(withoutPort(publicUrl)))
}

function withoutPort(origin: string): string {
  return origin.replace(/:\d+$/, '')
}

/** How the shop is set up, and what it is made of. */
export const settingChecks = {
  https: check({
    weight: 10,
    cap: 64,
    where: null,
    judge: ({ settings: { public_url } }) => ({
      state: public_url.startsWith('https:') ? 'good' : isLocal(public_url) ? 'attention' : 'bad',
      figures: { public_url },
    }),
  }),
  'sandbox-payments': check({
    weight: 8,
    cap: 64,
    where: null,
    judge: ({ settings: { sandbox_payments, public_url } }) => ({
      state: !sandbox_payments ? 'good' : isLocal(public_url) ? 'attention' : 'bad',
      figures: {},
    }),
  }),
  mail: check({
    weight: 4,
    where: null,
    judge: ({ settings: { sends_mail } }) => ({ state: sends_mail ? 'good' : 'attention', figures: {} }),
  }),
  network: check({
    weight: 4,
    where: null,
    judge: ({ settings: { host, trust_proxy, public_url } }) => {
      const open = !loopback.includes(host)
      // Either strangers reach the server past the proxy, or it takes all visitors for one.
      const exposed = trust_proxy.length === 0 && (open || !isLocal(public_url))
      return { state: exposed ? 'attention' : 'good', figures: { host, open } }
    },
  }),
  packages: check({
    weight: 8,
    cap: 79,
    where: null,
    judge: ({ packages }) =>
      packages && {
        state: packages.problems.length === 0 ? 'good' : 'bad',
        figures: { packages: packages.packages, problems: packages.problems },
      },
  }),
} as const
