const { defineConfig } = require('@medusajs/framework/utils')

// Medusa's default modules: events, cache, locks and workflows in memory. Its back office is not served.
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: { connection: { ssl: false } },
    http: {
      storeCors: 'http://localhost:8000',
      adminCors: 'http://localhost:9000',
      authCors: 'http://localhost:9000',
      jwtSecret: 'made-up-products-only',
      cookieSecret: 'made-up-products-only',
    },
  },
  admin: { disable: true },
})
