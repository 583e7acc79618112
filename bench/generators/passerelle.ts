/** Passerelle itself: the program of this checkout, or of another. */
import { readFileSync } from 'node:fs'
import { cp, mkdir, readFile, readdir, rm, symlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { docsetName, writeDocfx, writeFiles } from '../inputs/docfx.ts'
import type { Content } from '../inputs/inputs.ts'
import { moveAway } from '../measure/old-sites.ts'
import { type Generator, type Project, middlePage } from './generator.ts'

type Whereabouts = Pick<Project, 'edited' | 'pages' | 'shown'>

const search = { box: '.search__field', result: '.search__results a' }

/** @param program - Folder of the checkout, with its packages. */
export function passerelle(name: string, program: string): Generator {
  return {
    name,
    async write(folder, content) {
      await moveAway(folder, folder)
      await mkdir(folder, { recursive: true })
      const project = await writeContent(program, folder, content)
      const compiled = ['theme', 'program'].map((part) =>
        join(program, 'node_modules/.cache/passerelle', part),
      )
      const forgetTheme = async () => {
        for (const path of compiled) await rm(path, { recursive: true, force: true })
      }
      return { ...project, forgetTheme }
    },
  }
}

async function writeContent(program: string, folder: string, content: Content): Promise<Project> {
  switch (content.kind) {
    case 'pages': {
      const { pages, question } = content
      await writeDocfx(join(folder, 'fr-fr'), pages)
      const { path, title } = middlePage(pages)
      const project = projectOf(program, folder, ['fr-fr'], {
        edited: join(folder, 'fr-fr', docsetName, path),
        shown: { path: `fr-fr/${docsetName}/${path.replace(/\.md$/, '/')}`, text: title },
        pages: pages.length,
      })
      return { ...project, search: { ...search, question } }
    }
    case 'folders': {
      for (const source of content.folders)
        await cp(source, join(folder, basename(source)), { recursive: true })
      const names = content.folders.map((source) => basename(source))
      return projectOf(program, folder, names, await middleFile(folder, names))
    }
    case 'guides': {
      const { files, middle, pages } = content.site
      const copy = await copyProgram(program, folder)
      await writeFiles(join(copy, 'content'), files)
      const { path, address, title } = middle
      const project = projectOf(copy, folder, [], {
        edited: join(copy, 'content', path),
        shown: { path: address, text: title },
        pages,
      })
      return { ...project, search: { ...search, question: content.question } }
    }
    case 'own': {
      const copy = await copyProgram(program, folder)
      await cp(join(program, 'content'), join(copy, 'content'), { recursive: true })
      const pages = await readdir(join(copy, 'content/docs'), { recursive: true })
      const project = projectOf(copy, folder, [], {
        edited: join(copy, 'content/docs/fr-FR/fasttrack/assess.mdx'),
        shown: { path: 'fr-fr/fasttrack/assess/', text: 'Évaluation' },
        pages: pages.filter((path) => path.endsWith('.mdx')).length,
      })
      return { ...project, search: { ...search, question: 'qui configure le dns' } }
    }
  }
}

function projectOf(
  program: string,
  folder: string,
  sources: readonly string[],
  whereabouts: Whereabouts,
): Project {
  const text = readFileSync(join(program, 'src/cli/commands/build.ts'), 'utf8')
  const isEarlier = !text.includes('--cache')
  const [cache, main] = ['cache', 'program'].map((name) => join(folder, name))
  // Earlier versions keep nothing, know no such options, and find packages from where they are called and publish.
  const out = isEarlier ? join(program, 'bench-site') : join(folder, 'site')
  const kept = isEarlier ? [] : ['--cache', cache!]
  const quiet = isEarlier ? [] : ['--quiet']
  const place = ['--url', 'https://bench.example', '--out', out, '--keep-going']
  const cwd = isEarlier ? program : sources.length ? folder : main!
  const folders = isEarlier ? sources.map((source) => join(folder, source)) : sources
  const call = [join(program, 'src/cli/main.ts')]
  return {
    ...whereabouts,
    build: {
      args: [...call, 'build', ...folders, ...place, ...kept, ...quiet],
      cwd,
      codes: [0, 1],
      makes: out,
    },
    dev: (port) => ({ args: [...call, 'dev', ...folders, '--port', String(port), ...kept], cwd }),
    out,
    async clear() {
      for (const path of [out, cache!]) await moveAway(path, folder)
    },
  }
}

/** Guides lie in the folder of the program: a copy of it, without content. */
async function copyProgram(program: string, folder: string): Promise<string> {
  const copy = join(folder, 'program')
  const parts = [
    'src',
    'plugins',
    'public',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
  ]
  for (const part of parts) await cp(join(program, part), join(copy, part), { recursive: true })
  await symlink(join(program, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

/** Of the pages of the first language one as long as most. */
async function middleFile(folder: string, locales: readonly string[]): Promise<Whereabouts> {
  const lengths: { path: string; length: number }[] = []
  let pages = 0
  for (const [index, locale] of locales.entries()) {
    for (const name of await readdir(join(folder, locale), { recursive: true })) {
      if (!name.endsWith('.md') || /(?:^|\/)(?:TOC\.md|includes\/)|^[^/]+$/i.test(name)) continue
      pages++
      const path = join(folder, locale, name)
      if (index === 0) lengths.push({ path, length: (await readFile(path, 'utf8')).length })
    }
  }
  const byLength = lengths.toSorted((a, b) => a.length - b.length)
  return { edited: byLength[Math.floor(byLength.length / 2)]!.path, pages }
}
