import { runWorker } from '../boot/run-worker.ts'
import { mountAuthenticator } from './authenticator.ts'

runWorker(mountAuthenticator)
