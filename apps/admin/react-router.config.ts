import type { Config } from '@react-router/dev/config'

export default {
  // A client app: nothing of the back office is rendered on the server.
  ssr: false,
  basename: '/admin/',
  routeDiscovery: { mode: 'initial' },
} satisfies Config
