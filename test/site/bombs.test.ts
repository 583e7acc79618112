/** Small files that multiply without end: the build ends, names the file, and publishes the other pages. */
import { execFile } from 'node:child_process'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { environment } from '../support/copied-site.ts'
import { docfxFiles, writeTree } from '../support/disk-site.ts'
import { temporaryFolder } from '../support/folder.ts'
import type { Tree } from '../support/tree.ts'

const program = join(import.meta.dirname, '../..')
const locales = ['en-us', 'fr-fr']

const page = (body: string) => `---\ntitle: Page\ndescription: About it\n---\n\n${body}\n`

/** Each file includes the next one twice. */
function includeBomb(): Tree {
  const files = Array.from({ length: 23 }, (_, index) => {
    const next = `[!INCLUDE [x](i${index + 1}.md)]\n`
    return [`inc/i${index}.md`, `${next}\n${next}`] as const
  })
  return {
    ...Object.fromEntries(files),
    'inc/i23.md': 'Words.\n',
    'include.md': page('[!INCLUDE [x](inc/i0.md)]'),
  }
}

/** Each list holds the one before it nine times. */
function aliasBomb(): string {
  const lines = [...'bcdefghi'].map((key, index) => {
    const alias = `*${'abcdefgh'[index]}`
    return `${key}: &${key} [${Array(9).fill(alias).join(', ')}]`
  })
  return ['a: &a [x, x, x, x, x, x, x, x, x]', ...lines].join('\n')
}

/** A docset in two languages with every bomb and one sound page. */
async function writeDocset(root: string): Promise<void> {
  const files: Tree = {
    ...includeBomb(),
    'yaml.md': page('Words.').replace('title:', `${aliasBomb()}\ntitle:`),
    'hub.yml': `### YamlMime:Landing\n${aliasBomb()}\ntitle: *i\n`,
    'sound.md': page('Sound words.'),
    'toc.yml': '- name: Sound\n  href: sound.md\n',
  }
  const content = [{ files: ['**/*.md', '**/*.yml'], exclude: ['**/inc/**'] }]
  for (const locale of locales) {
    await writeTree(root, docfxFiles(locale, { content }))
    await writeTree(join(root, locale, 'docs'), files)
  }
}

test('a build names the files of include and YAML bombs; with --keep-going the other pages are published', async () => {
  const root = await temporaryFolder()
  await writeDocset(root)

  const stopped = await build(root)
  expect(stopped.code).toBe(1)
  expect(problemsIn(stopped.output)).toEqual(
    locales.flatMap((locale) => [
      `${locale}/docs/hub.yml error front-matter-yaml`,
      `${locale}/docs/include.md error include-limit`,
      `${locale}/docs/yaml.md error front-matter-yaml`,
    ]),
  )
  expect(stopped.output).not.toMatch(/^ +at /m)
  expect(await readdir(root)).not.toContain('out')

  const published = await build(root, '--keep-going')
  expect(published.code).toBe(1)
  expect(problemsIn(published.output)).toEqual(problemsIn(stopped.output))
  for (const locale of locales) {
    const html = await readFile(join(root, 'out', locale, 'docs/sound/index.html'), 'utf8')
    expect(html).toContain('Sound words.')
  }
})

/** Build as a person in the folder `root` would. */
function build(root: string, ...more: readonly string[]) {
  const args = ['build', ...locales, '--out', 'out', ...more]
  return new Promise<{ code: number; output: string }>((resolve) => {
    const options = { cwd: program, env: environment(root) }
    const main = join(program, 'src/cli/main.ts')
    execFile(process.execPath, [main, ...args], options, (error, out, warnings) => {
      const code = typeof error?.code === 'number' ? error.code : Number(Boolean(error))
      resolve({ code, output: out + warnings })
    })
  })
}

/** `file severity rule` of each problem that was printed. */
function problemsIn(output: string): string[] {
  const lines = output.matchAll(/^(\S+):\d+:\d+ (error|warning) (\S+)/gm)
  return [...lines].map(([, file, severity, ruleId]) => `${file} ${severity} ${ruleId}`).toSorted()
}
