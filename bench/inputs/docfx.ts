/** Neutral pages as a docfx docset in French, with a table of contents. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type NeutralPage, textOfPage } from './pages.ts'

/** The docset, and the folder that its pages have on the site. */
export const docsetName = 'docs'

/** Write `folder`, which is what `build` takes. */
export async function writeDocfx(folder: string, pages: readonly NeutralPage[]): Promise<void> {
  const docset = { docset_name: docsetName, build_source_folder: docsetName, locale: 'fr-fr' }
  const files: [string, string][] = [
    [
      '.openpublishing.publish.config.json',
      JSON.stringify({
        docsets_to_publish: [docset],
        dependent_repositories: [{ path_to_root: '_repo.en-us' }],
      }),
    ],
    [
      `${docsetName}/docfx.json`,
      JSON.stringify({ build: { content: [{ files: ['**/*.md', '**/*.yml'] }] } }),
    ],
    [`${docsetName}/TOC.yml`, tocOf(pages)],
    ...pages.map((page): [string, string] => [`${docsetName}/${page.path}`, textOfPage(page)]),
  ]
  await writeFiles(folder, files)
}

export async function writeFiles(
  folder: string,
  files: Iterable<readonly [string, string]>,
): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}

interface Branch {
  page?: NeutralPage
  branches: Map<string, Branch>
}

/** A branch for each folder. */
function tocOf(pages: readonly NeutralPage[]): string {
  const root: Branch = { branches: new Map() }
  for (const page of pages) {
    let branch = root
    for (const name of page.path.split('/')) {
      const next = branch.branches.get(name) ?? { branches: new Map() }
      branch.branches.set(name, next)
      branch = next
    }
    branch.page = page
  }
  return linesOf(root, '').join('\n') + '\n'
}

function linesOf({ branches }: Branch, indent: string): string[] {
  return [...branches].flatMap(([name, branch]) =>
    branch.page
      ? [
          `${indent}- name: ${JSON.stringify(branch.page.title)}`,
          `${indent}  href: ${branch.page.path}`,
        ]
      : [`${indent}- name: ${name}`, `${indent}  items:`, ...linesOf(branch, `${indent}  `)],
  )
}
