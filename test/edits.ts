/** `npm run edits`: is a build with all that earlier ones have left the build that finds nothing? */
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runEdits } from './support/edits/run-edits.ts'
import { runKills } from './support/edits/run-kills.ts'
import { type SiteName, hasSite, makeSite, siteNames } from './support/edits/sites.ts'

const { values } = parseArgs({
  options: {
    site: { type: 'string', default: 'small' },
    count: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    every: { type: 'string', default: '10' },
    kills: { type: 'string', default: '0' },
    at: { type: 'string', default: '.passerelle/edits' },
  },
})
const name = siteNames.find((item) => item === values.site)
if (name && hasSite(name)) process.exitCode = await prove(name)
else {
  console.error(`There is no site \`${values.site}\` here. Use ${siteNames.join(', ')}.`)
  process.exitCode = 2
}

async function prove(name: SiteName): Promise<number> {
  // Hundreds of builds are worth the program's bundle, which a machine of CI does not make by itself.
  delete process.env['CI']
  const folder = join(resolve(values.at), name)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const site = await makeSite(name, folder)
  const [count, seed, every] = [Number(values.count), Number(values.seed), Number(values.every)]
  let isOver = false
  process.once('SIGTERM', () => (isOver = true))
  const log = (text: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${text}`)
  const edits = await runEdits(site, { count, seed, every, log, isOver: () => isOver })
  const kills = await runKills(site, { count: Number(values.kills), seed, log })
  console.log(JSON.stringify({ name, seed, edits, kills }, undefined, 2))
  return edits.differences.length || kills.differences.length ? 1 : 0
}
