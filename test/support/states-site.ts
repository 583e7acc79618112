/** A docset whose blocks are in every state, and the site that is built of it. */
import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { environment } from './copied-site.ts'
import { digestOf, kept, program } from './kept.ts'
import { docsetIn, type TranslatedDocset, translatedDocset } from './translated-docset.ts'

const root = join(import.meta.dirname, '../..')

export interface StatesSite {
  docset: TranslatedDocset
  /** Folder of the site. */
  site: string
  remove: () => Promise<void>
}

/** A copy of the docset and its site, built once: who asks for it removes it. */
export async function statesSite(): Promise<StatesSite> {
  const sources = ['states-site.ts', 'translated-docset.ts'].map((name) =>
    join(import.meta.dirname, name),
  )
  const built = await kept('states', await digestOf([...program, ...sources], []), build)
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-states-'))
  await cp(built, folder, { recursive: true })
  return {
    docset: docsetIn(folder),
    site: join(folder, 'site'),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

async function build(folder: string): Promise<void> {
  const { passerelle, edit, read } = await translatedDocset(folder)
  await passerelle('sync')
  await passerelle('confirm', 'check')
  // As if a program had translated all that nobody has confirmed.
  const lock = 'fr-fr/l10n/moves.fr-FR.lock'
  await writeFile(join(folder, lock), (await read(lock)).replaceAll(' assumed', ' machine'))
  await edit('en-us/moves/plan.md', 'on the old server', 'on the former server')
  await edit('fr-fr/moves/plan.md', 'quoi que ce soit.', 'quoi que ce soit. Then tell the others.')
  const plan = 'fr-fr/moves/plan.md'
  await edit(plan, '# Préparer le transfert', '# Plan the move')
  await writeFile(join(folder, plan), `${await read(plan)}\r\nPrévoyez aussi du café.\r\n`)
  const args = ['build', 'en-us', 'fr-fr', '--out', 'site', '--keep-going']
  // As npm does: in the project, where Astro finds itself, with the person’s folder by its name.
  const options = { cwd: root, env: environment(folder) }
  await promisify(execFile)(process.execPath, [join(root, 'src/cli/main.ts'), ...args], options)
}
