import { config } from 'zod'

// Imported before any contract. A page whose policy forbids eval would report zod's probe for it as a violation.
config({ jitless: true })
