/** A docfx docset in which everything that its writers may write is an attack. */
import { type Tree, png } from '../support/tree.ts'
import { cycle } from './guide-site.ts'
import { besideFiles, besidePages } from './beside.ts'
import { type Vector, after, armed, before } from './vector.ts'

/**
 * Folders of both languages by path, for these vectors.
 *
 * @param exchanged - A page by language, the translation as an import wrote it.
 */
export function docfxSite(
  vectors: readonly Vector[],
  exchanged: Readonly<Record<string, string>> = {},
): Tree {
  return Object.assign(
    {},
    ...['en-us', 'fr-fr'].map((folder) =>
      under(folder, edition(vectors, folder, exchanged[folder])),
    ),
  ) as Tree
}

function edition(vectors: readonly Vector[], locale: string, exchanged?: string): Tree {
  const of = (...places: readonly Vector['into'][]) =>
    vectors.filter(({ into }) => places.includes(into))
  const word = locale === 'en-us' ? 'Page' : 'Feuille'
  const text = cycle(of('text').map(armed))
  const links = of('link').map(armed)
  const linkNames = of('link').map((vector) => `${before(vector)} ${after(vector)}`)
  const pages = [
    ...of('body', 'md').map((vector) =>
      page(
        vector.id,
        word,
        'About it',
        `${before(vector)}\n\n${armed(vector)}\n\n${after(vector)}`,
      ),
    ),
    ...of('text').map((vector, index) => {
      const title = (index % 2 ? `${word} ` : '') + armed(vector)
      return page(vector.id, title, armed(vector), `${before(vector)} ${after(vector)}`)
    }),
    ...of('file').map((vector) =>
      page(armed(vector), word, text(), `${before(vector)} ${after(vector)}`),
    ),
    ...Object.entries(besidePages(vectors)).map(([name, body]) => page(name, name, text(), body)),
    ...(locale === 'en-us' ? [page('untranslated', 'Only here', text(), word)] : []),
    ...(exchanged === undefined ? [] : [['exchange.md', exchanged] as [string, string]]),
  ]
  return {
    '.openpublishing.publish.config.json': JSON.stringify({
      docsets_to_publish: [{ docset_name: 'd', build_source_folder: 'docs', locale }],
      dependent_repositories: [{ path_to_root: '_repo.en-us' }],
    }),
    '.openpublishing.redirection.json': JSON.stringify({
      redirections: [...links, 'https://x.example/elsewhere'].map((redirect_url, index) => ({
        source_path: index === links.length ? 'docs/moved.md' : `docs/old-${index}.md`,
        redirect_url,
      })),
    }),
    'docs/docfx.json': JSON.stringify({
      build: {
        content: [{ files: ['**/*.md', '**/*.yml'], exclude: ['inc/**'] }],
        resource: [{ files: ['**/*.{png,svg}', 'files/**', 'tools/**', 'links/**'] }],
        globalMetadata: { author: text(), __proto__: { polluted: text() } },
        fileMetadata: { description: { '**': text() } },
      },
    }),
    'docs/TOC.yml': toc(
      pages.map(([path]) => path),
      links,
      linkNames,
      text,
    ),
    'docs/index.yml': hub(links, text),
    'docs/x.png': png,
    ...under('docs', besideFiles(vectors)),
    'docs/inc/evil.md': `---\ntitle: ${JSON.stringify(text())}\n---\n<script>__attack('include')</script> ![a](https://attacker.example/include.png)\n`,
    ...under('docs', Object.fromEntries(pages)),
  }
}

function under(folder: string, tree: Tree): Tree {
  return Object.fromEntries(
    Object.entries(tree).map(([path, content]) => [`${folder}/${path}`, content]),
  )
}

function page(name: string, title: string, description: string, body: string): [string, string] {
  const facts = { title, description, 'ms.date': '1/2/2026', 'ms.author': title }
  const lines = Object.entries(facts).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  return [
    `${name}.md`,
    `---\n${lines.join('\n')}\n__proto__: {"polluted": "yes"}\n---\n\n${body}\n\nEnd.\n`,
  ]
}

function toc(
  paths: readonly string[],
  links: readonly string[],
  linkNames: readonly string[],
  text: () => string,
): string {
  return [
    ...paths.map((path) => ({ name: text(), href: path })),
    ...links.map((href, index) => ({ name: linkNames[index], href })),
    { name: text(), items: [{ name: text(), href: 'index.yml' }] },
  ]
    .map((entry) => `- ${JSON.stringify(entry)}\n`)
    .join('')
}

function hub(links: readonly string[], text: () => string): string {
  const cards = links.map((url) => ({
    title: text(),
    summary: text(),
    url,
    links: [{ text: text(), url }],
  }))
  const fields = {
    title: text(),
    summary: text(),
    metadata: { title: text(), description: text() },
    conceptualContent: {
      title: text(),
      summary: text(),
      items: cards,
      footer: `[${text()}](${links[0] ?? '#'})`,
    },
  }
  return `### YamlMime:Hub\n${JSON.stringify(fields)}\n`
}
