/** Small sites in the layouts of other generators, and the command line in a copy of one. */
import { cp, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import { run } from '../../src/cli/run.ts'
import { siteAbove } from '../../src/cli/site-folder.ts'
import { temporaryFolder } from './folder.ts'

const fixtures = new URL('../fixtures/trees/', import.meta.url).pathname

export const generators = [
  'starlight',
  'docusaurus',
  'vitepress',
  'rspress',
  'hugo',
  'mdbook',
] as const

/** A copy of a small site in the layout of a generator, and the command line in it. */
export async function treeOf(name: (typeof generators)[number] | 'plain') {
  const folder = await temporaryFolder()
  await cp(join(fixtures, name), folder, { recursive: true })
  const read = (path: string) => readFile(join(folder, path), 'utf8')
  return {
    folder,
    read,
    async passerelle(...args: string[]) {
      const printed: string[] = []
      const warned: string[] = []
      const code = await run(args, {
        cwd: folder,
        root: siteAbove(folder),
        print: (text) => void printed.push(text),
        warn: (text) => void warned.push(text),
      })
      return { code, printed: printed.join('\n'), warned: warned.join('\n') }
    },
    async files() {
      const all = await readdir(folder, { recursive: true, withFileTypes: true })
      const paths = all
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .filter((path) => !path.startsWith('work/'))
      return Object.fromEntries(
        await Promise.all(paths.toSorted().map(async (path) => [path, await read(path)] as const)),
      )
    },
    async edit(path: string, from: string, to: string) {
      const text = await read(path)
      if (!text.includes(from)) throw new Error(`No ${from} in ${path}`)
      await writeFile(
        join(folder, path),
        text.replace(from, () => to),
      )
    },
  }
}

export type ForeignTree = Awaited<ReturnType<typeof treeOf>>

/** Units that wait, by their ids, as `next` tells them. */
export async function waiting(tree: ForeignTree) {
  const { printed } = await tree.passerelle('next', '--count', '99', '--json')
  const { items } = JSON.parse(printed) as { items: { id: string; source: string }[] }
  return Object.fromEntries(items.map(({ id, source }) => [id, source]))
}

/** Export, give each empty or source-language unit a text, import. */
export async function translateAll(tree: ForeignTree, text: (source: string) => string) {
  await tree.passerelle('export', '--to', 'csv', '--only', 'waiting', '--out', 'work')
  const [file = ''] = (await readdir(join(tree.folder, 'work'))).filter((name) =>
    name.endsWith('.csv'),
  )
  const wanted = await waiting(tree)
  const path = join(tree.folder, 'work', file)
  const { data, meta } = Papa.parse<Record<string, string>>(await readFile(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  const filled = data.map((row) => {
    const source = wanted[row['id'] ?? '']
    return source === undefined ? row : { ...row, target: text(source) }
  })
  await writeFile(path, Papa.unparse(filled, { delimiter: meta.delimiter }))
  return tree.passerelle('import', `work/${file}`)
}
