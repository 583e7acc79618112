/** Generated docfx docsets on disk, many in one site. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { CaseSite } from './compare.ts'
import type { DocfxCase } from './docfx-cases.ts'
import { runJson, unknownFiles } from './run.ts'

const program = join(import.meta.dirname, '../../..')
const locales = ['en-us', 'fr-fr']

/** A site in a temporary folder; `remove` takes it away. */
export async function docfxSite(): Promise<CaseSite<DocfxCase> & { remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-agree-'))
  const roots = locales.map((locale) => join(folder, locale))
  const run = (...args: string[]) => runJson(program, args)
  return {
    write: (cases) => write(folder, cases),
    check: () => run('check', ...roots),
    build: (keepGoing) =>
      run('build', ...roots, '--out', join(folder, 'out'), ...(keepGoing ? ['--keep-going'] : [])),
    caseOf({ file, line }, cases) {
      const [, id] = /(?:en-us|fr-fr)\/(c\d+)\//.exec(file) ?? []
      if (id !== undefined) return cases.find((item) => item.id === id)
      // The file of redirections has one line for each.
      const locale = file.split('/').at(-2) ?? ''
      if (file.endsWith('.openpublishing.redirection.json'))
        return redirectionsIn(cases, locale)[line - 2]?.one
      return file.endsWith('config.json') ? cases[line - 2] : undefined
    },
    mend(item, problems) {
      const files = new Map(item.files)
      let { redirections } = item
      for (const { file, line } of problems) {
        const path = file.replace(/^.*(en-us|fr-fr)\/c\d+\//, '$1/')
        if (/docfx\.json$|config\.json$/.test(file)) return undefined
        if (file.endsWith('.openpublishing.redirection.json')) redirections = []
        else if (item.files.has(path)) files.delete(path)
        else throw new Error(`${item.id} has no ${path}:${line}`)
      }
      return [...files.keys()].some((path) => path.endsWith('.md'))
        ? { ...item, files, redirections }
        : undefined
    },
    unknown: (problems) => unknownFiles(problems, program),
    describe: describeCase,
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

function describeCase({ seed, files, redirections }: DocfxCase): string {
  const texts = [...files].map(([path, content]) =>
    typeof content === 'string' && !path.endsWith('docfx.json')
      ? `--- ${path}\n${content.slice(0, 600)}`
      : `--- ${path}`,
  )
  return [`SEED=${seed} shows it alone:`, ...texts, JSON.stringify(redirections)].join('\n')
}

function redirectionsIn(cases: readonly DocfxCase[], wanted: string) {
  return cases.flatMap((one) =>
    one.redirections.flatMap(({ locale, source, target }) =>
      locale === wanted ? [{ one, source: `${one.id}/${source}`, target }] : [],
    ),
  )
}

async function write(folder: string, cases: readonly DocfxCase[]): Promise<void> {
  for (const locale of locales) await rm(join(folder, locale), { recursive: true, force: true })
  for (const item of cases) {
    for (const [path, content] of item.files) {
      const location = join(folder, path.replace('/', `/${item.id}/`))
      await mkdir(dirname(location), { recursive: true })
      await writeFile(location, content)
    }
  }
  for (const locale of locales) {
    const docsets = cases.map(({ id }) =>
      JSON.stringify({
        docset_name: id,
        build_source_folder: id,
        build_output_subfolder: id,
        locale,
      }),
    )
    const root = join(folder, locale)
    const source = locale === 'en-us' ? [] : [{ path_to_root: '_repo.en-us' }]
    const publish = `{"docsets_to_publish":[\n${docsets.join(',\n')}\n],"dependent_repositories":${JSON.stringify(source)}}`
    await mkdir(root, { recursive: true })
    await writeFile(join(root, '.openpublishing.publish.config.json'), publish)
    const lines = redirectionsIn(cases, locale).map(({ source, target }) =>
      JSON.stringify({ source_path: source, redirect_url: target }),
    )
    const redirects = `{"redirections":[\n${lines.join(',\n')}\n]}`
    await writeFile(join(root, '.openpublishing.redirection.json'), redirects)
  }
}
