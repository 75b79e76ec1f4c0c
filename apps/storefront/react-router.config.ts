import type { Config } from '@react-router/dev/config'

export default {
  ssr: true,
  // The whole route map is small; sending it at once spares a second endpoint.
  routeDiscovery: { mode: 'initial' },
} satisfies Config
