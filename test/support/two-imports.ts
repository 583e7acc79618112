/** Two imports at the same time, each of its own units, on a disk that takes its time. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Ended, startModule } from './child.ts'
import { type TranslatedDocset, translatedDocset } from './translated-docset.ts'

export interface TwoImports {
  ended: Ended[]
  /** New texts that were given and are in no page. */
  lost: string[]
  /** Lines of the lock that say that a person has confirmed. */
  confirmed: number
  given: number
}

/** French texts of the docset. The lock has one line for each, though a title is a heading, too. */
const texts = [
  'Préparer le transfert',
  'Interrogez les personnes qui connaissent l’ancien système.',
  'Vérifier le résultat',
  'Comparez le nombre de messages dans les deux systèmes.',
] as const

/** @param random - Numbers from 0 to 1: which units each file has, and how slow the disk is. */
export async function twoImports(folder: string, random: () => number): Promise<TwoImports> {
  const docset = await translatedDocset(folder)
  await docset.passerelle('sync')
  await docset.passerelle('export', '--out', 'work')
  const [head = '', ...entries] = (await docset.read('work/moves.en-US.fr-FR.po')).split('\n\n')
  const owners = texts.map(() => (random() < 0.5 ? 0 : 1))
  const fresh = texts.map((text, index) => text.replace(/\.?$/, ` ${index} nouveau$&`))
  const files = [0, 1].map((owner) => join(folder, `work/${owner}.po`))
  for (const [owner, file] of files.entries()) {
    const own = entries.flatMap((entry) => {
      const index = texts.findIndex((text) => entry.includes(`msgstr "${text}"`))
      return owners[index] === owner ? [entry.replace(texts[index] ?? '', fresh[index] ?? '')] : []
    })
    await writeFile(file, [head, ...own, ''].join('\n\n'))
  }
  const children = files.map((file) => startImport(folder, file, 5 + random() * 30))
  const ended = await Promise.all(children.map((child) => child.ended))
  return { ended, ...(await resultOf(docset, fresh)) }
}

function startImport(folder: string, file: string, pause: number) {
  const root = join(import.meta.dirname, '../..')
  const terminal = { cwd: folder, root }
  return startModule(`
    import { fileOperations } from '#src/cli/process/write-whole.ts'
    import { run } from '#src/cli/run.ts'
    fileOperations.write = async (file, text) => {
      await new Promise((resolve) => setTimeout(resolve, ${pause}))
      await file.writeFile(text)
    }
    process.exitCode = await run(
      ['import', 'en-us', 'fr-fr', '--part', ${JSON.stringify(file)}],
      { ...${JSON.stringify(terminal)}, print: console.log, warn: console.error },
    )`)
}

async function resultOf(docset: TranslatedDocset, fresh: readonly string[]) {
  const pages = ['plan', 'check'].map((name) => docset.read(`fr-fr/moves/${name}.md`))
  const all = (await Promise.all(pages)).join('\n')
  const lock = await docset.read('fr-fr/l10n/moves.fr-FR.lock')
  return {
    lost: fresh.filter((text) => !all.includes(text)),
    confirmed: lock.match(/ ok\b/g)?.length ?? 0,
    given: texts.length,
  }
}
