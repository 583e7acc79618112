/** The process that makes a bundle of the program: see `bundle.ts`. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isSealed, seal } from '../../sealed-folder.ts'
import { removeAbandoned, temporaryName } from '../process/temporary.ts'
import { programFolder } from '../program.ts'
import { programName, removeOld } from './old-bundles.ts'
import { writeBundle } from './write-bundle.ts'

// Whoever has asked for it has gone.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

const [, , folder = ''] = process.argv
const bundles = dirname(folder)
await removeAbandoned(bundles, 'making-')
removeOld(bundles, programFolder)
const fresh = join(bundles, temporaryName('making-'))
try {
  mkdirSync(fresh)
  await writeBundle(fresh)
  writeFileSync(join(fresh, programName), programFolder)
  seal(fresh)
  // Another process may have been quicker.
  if (!isSealed(folder)) {
    rmSync(folder, { recursive: true, force: true })
    renameSync(fresh, folder)
  }
} finally {
  rmSync(fresh, { recursive: true, force: true })
  process.removeAllListeners('disconnect')
  if (process.connected) process.disconnect()
}
