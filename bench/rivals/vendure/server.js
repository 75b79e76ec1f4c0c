// Serves the shop: node server.js '{"place": …, "port": …}'
const { bootstrap } = require('@vendure/core')
const { configFor } = require('./config.js')

bootstrap(configFor(JSON.parse(process.argv[2])))
