/** A docset of 300 small pages in two languages, and the site that is built of it. */
import { execFile } from 'node:child_process'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { environment } from './copied-site.ts'
import { digestOf, kept, program } from './kept.ts'

const root = join(import.meta.dirname, '../..')

/** The folder of the site, for reading. Its section `many` has 200 pages, `few-0` to `few-9` ten each. */
export async function largeSite(): Promise<string> {
  const digest = await digestOf([...program, import.meta.filename], [])
  return kept('large', digest, async (folder) => {
    const sources = `${folder}-sources`
    await writeDocset(join(sources, 'en-us'), 'en-us', 'Page')
    await writeDocset(join(sources, 'fr-fr'), 'fr-fr', 'La page')
    const args = ['build', 'fr-fr', 'en-us', '--out', 'site']
    const options = { cwd: root, env: environment(sources) }
    await promisify(execFile)(process.execPath, [join(root, 'src/cli/main.ts'), ...args], options)
    await cp(join(sources, 'site'), folder, { recursive: true })
  })
}

async function writeDocset(folder: string, locale: string, word: string): Promise<void> {
  const docset = { docset_name: 'large', build_source_folder: 'large', locale }
  const publishing = JSON.stringify({
    docsets_to_publish: [docset],
    dependent_repositories: [{ path_to_root: '_repo.en-us' }],
  })
  await write(join(folder, '.openpublishing.publish.config.json'), publishing)
  const files = JSON.stringify({ build: { content: [{ files: ['**/*.md', '**/*.yml'] }] } })
  await write(join(folder, 'large/docfx.json'), files)
  const sections = [
    { name: 'many', count: 200 },
    ...Array.from({ length: 10 }, (_, index) => ({ name: `few-${index}`, count: 10 })),
  ]
  const page = (path: string, title: string) =>
    write(
      join(folder, 'large', path),
      `---\ntitle: ${title}\ndescription: ${title}.\n---\n# ${title}\n\n${word} « ${title} ».\n`,
    )
  await page('index.md', `${word} 0`)
  const toc = ['- name: Start', '  href: index.md']
  for (const { name, count } of sections) {
    toc.push(`- name: ${word} ${name}`, '  items:')
    for (let index = 0; index < count; index++) {
      const [path, title] = [`${name}/${index}.md`, `${word} ${name} ${index}`]
      await page(path, title)
      toc.push(`  - name: ${title}`, `    href: ${path}`)
    }
  }
  await write(join(folder, 'large/TOC.yml'), `${toc.join('\n')}\n`)
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}
