/** A small docfx docset, to be read with a given table of contents. */
import type { NavigationItem } from '#src/docsets/page.ts'
import { type Tree, readDocfxTree } from './tree.ts'

export const docfxPage = (title: string) =>
  `---\ntitle: ${title}\ndescription: About it\n---\n# ${title}\n`

const pages: Tree = {
  'en-us/guide/index.md': docfxPage('Home'),
  'en-us/guide/a.md': docfxPage('Assess'),
  'en-us/guide/two words.md': docfxPage('Two words'),
  'en-us/guide/part/intro.md': docfxPage('Intro'),
  'en-us/guide/part/deep.md': docfxPage('Deep'),
  'en-us/guide/files/tool.zip': 'zip',
}

/** A table of contents in a folder, which other tables may name. */
export const partToc = { 'en-us/guide/part/TOC.yml': '- name: Deeper\n  href: deep.md\n' }

/** Read a docset with this table of contents; `drawn` has an indented line for each entry: title and address. */
export async function readToc(toc: Tree) {
  // An unnamed table would be a second table of the docset.
  const isNamed = /part\/(?:TOC|$|\n)/im.test(Object.values(toc).join('\n'))
  const { site, lines, problems } = await readDocfxTree({
    ...pages,
    ...(isNamed && partToc),
    ...toc,
  })
  return { site, lines, problems, drawn: draw(site.contents[0]?.items ?? []) }
}

export const readTocYml = (text: string) => readToc({ 'en-us/guide/TOC.yml': text })
export const readTocMd = (text: string) => readToc({ 'en-us/guide/TOC.md': text })

function draw(items: readonly NavigationItem[], indent = ''): string[] {
  return items.flatMap(({ title, href, items: under }) => [
    `${indent}${title}${href === undefined ? '' : ` → ${href.replace('/en-us/guide/', '')}`}`,
    ...draw(under, `${indent}  `),
  ])
}
