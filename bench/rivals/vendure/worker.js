// Works off the jobs: node worker.js '{"place": …}'
const { bootstrapWorker } = require('@vendure/core')
const { configFor } = require('./config.js')

bootstrapWorker(configFor(JSON.parse(process.argv[2]))).then((worker) => worker.startJobQueue())
