const core = require('@vendure/core')

/**
 * Vendure as its documentation sets up a first production server: jobs in the database, its own search index. With
 * `seeding` it makes its tables.
 */
exports.configFor = ({ place, port = 0, seeding = false }) => ({
  apiOptions: { hostname: '127.0.0.1', port, adminApiPath: 'admin-api', shopApiPath: 'shop-api' },
  authOptions: {
    tokenMethod: ['bearer', 'cookie'],
    superadminCredentials: { identifier: 'superadmin', password: 'made-up-products-only' },
    cookieOptions: { secret: 'made-up-products-only' },
  },
  dbConnectionOptions: {
    type: 'postgres',
    host: place.host,
    port: place.port,
    username: place.user,
    password: place.password,
    database: place.database,
    synchronize: seeding,
  },
  paymentOptions: { paymentMethodHandlers: [core.dummyPaymentHandler] },
  logger: new core.DefaultLogger({ level: core.LogLevel.Warn }),
  plugins: [
    core.DefaultSchedulerPlugin.init(),
    core.DefaultJobQueuePlugin.init({}),
    core.DefaultSearchPlugin.init({}),
  ],
})
