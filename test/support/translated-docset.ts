/** A docset of three pages in two folders on disk, one of them not translated, for the command line. */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { run } from '#src/cli/run.ts'
import { temporaryFolder } from './folder.ts'

const root = join(import.meta.dirname, '../..')

const english = {
  'plan.md': `---
title: Plan the move
description: What to do before the day of the move.
---

# Plan the move

Read the **plan** and the [checklist](check.md) before you start anything.

Open \`setup.exe\` on the old server.

- Ask the people who know the old system.
- Write down what they say.
`,
  'check.md': `---
title: Check the result
description: How to see that everything has arrived.
---

# Check the result

Compare the number of messages in both systems.
`,
  'after.md': `---
title: After the move
description: What is left to do when people work with the new system.
---

# After the move

Switch off the **old** server.
`,
}

/** With a byte order mark and Windows line ends, as such files are. */
const french = {
  'plan.md': `\uFEFF---
title: Préparer le transfert
description: Ce qu’il faut faire avant le jour du transfert.
---

# Préparer le transfert

Lisez le **plan** et la [liste](check.md) avant de commencer quoi que ce soit.

Ouvrez \`setup.exe\` sur l’ancien serveur.

- Interrogez les personnes qui connaissent l’ancien système.
- Write down what they say.
`.replaceAll('\n', '\r\n'),
  'check.md': `---
title: Vérifier le résultat
description: Comment voir que tout est arrivé.
---

# Vérifier le résultat

Comparez le nombre de messages dans les deux systèmes.
`,
}

export interface TranslatedDocset {
  folder: string
  /** Run a command in the folder, on both languages. */
  passerelle: (...args: string[]) => Promise<{
    code: number
    printed: string
    warned: string
    /** What was shown of the progress, one after the other. */
    shown: string[]
  }>
  /** All files but exports, by path. */
  files: () => Promise<Record<string, string>>
  read: (path: string) => Promise<string>
  /** Change a file; what is not there to be replaced is an error. */
  edit: (path: string, from: string, to: string) => Promise<void>
}

/** @param given - A folder that the caller takes away. (default: one that goes when the test ends) */
export async function translatedDocset(given?: string): Promise<TranslatedDocset> {
  const folder = given ?? (await temporaryFolder())
  await writePages(folder, 'en-us', english)
  await writePages(folder, 'fr-fr', french)
  return docsetIn(folder)
}

/** The command line on such a docset, where it lies already. */
export function docsetIn(folder: string): TranslatedDocset {
  const read = (path: string) => readFile(join(folder, path), 'utf8')

  return {
    folder,
    read,
    async passerelle(command, ...args) {
      const printed: string[] = []
      const warned: string[] = []
      const shown: string[] = []
      const code = await run([command ?? '', 'en-us', 'fr-fr', ...args], {
        cwd: folder,
        root,
        print: (text) => void printed.push(text),
        warn: (text) => void warned.push(text),
        progress: (text) => void shown.push(text),
      })
      return { code, printed: printed.join('\n'), warned: warned.join('\n'), shown }
    },
    async files() {
      const all = await readdir(folder, { recursive: true, withFileTypes: true })
      const paths = all
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .filter((path) => !path.includes('/out/') && !path.startsWith('work'))
      return Object.fromEntries(
        await Promise.all(paths.toSorted().map(async (path) => [path, await read(path)])),
      ) as Record<string, string>
    },
    async edit(path, from, to) {
      const text = await read(path)
      if (!text.includes(from)) throw new Error(`No ${from} in ${path}`)
      await writeFile(
        join(folder, path),
        text.replace(from, () => to),
      )
    },
  }
}

async function writePages(
  folder: string,
  locale: string,
  pages: Readonly<Record<string, string>>,
): Promise<void> {
  const publish = {
    docsets_to_publish: [{ docset_name: 'moves', build_source_folder: 'moves', locale }],
    dependent_repositories: [{ path_to_root: '_repo.en-us' }],
  }
  const all = {
    '.openpublishing.publish.config.json': JSON.stringify(publish),
    'moves/docfx.json': '{"build": {"content": [{"files": ["**/*.md"]}]}}',
    ...Object.fromEntries(Object.entries(pages).map(([name, text]) => [`moves/${name}`, text])),
  }
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, locale, path)), { recursive: true })
    await writeFile(join(folder, locale, path), text)
  }
}
