/** A page whose translation comes from a PO file in which every text is an attack. */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type CopiedSite, copySite } from '../support/copied-site.ts'
import type { Tree } from '../support/tree.ts'
import { docfxSite } from './docfx-site.ts'
import { guideSite } from './guide-site.ts'
import { type Vector, after, armed, before } from './vector.ts'

export interface Exchanged {
  /** The page by language, as it is after the import. */
  pages: Readonly<Record<string, string>>
  /** What the import left out, by the vector’s id, with its reason. */
  refused: ReadonlyMap<string, string>
}

const dialects = {
  guides: {
    folders: [],
    site: guideSite,
    languages: ['en', 'fr-FR'],
    path: (language: string) => `content/docs/${language}/a/exchange.mdx`,
  },
  docfx: {
    folders: ['en-us', 'fr-fr'],
    site: docfxSite,
    languages: ['en-us', 'fr-fr'],
    path: (language: string) => `${language}/docs/exchange.md`,
  },
} as const

/** Export the page, write the attacks as its translations, import them. */
export async function exchange(
  vectors: readonly Vector[],
  dialect: keyof typeof dialects,
): Promise<Exchanged> {
  const { folders, site, languages, path } = dialects[dialect]
  const own = vectors.filter(({ into }) => into === 'exchange')
  const page = (first: string) =>
    `---\ntitle: ${first}\ndescription: About it\nphase: p1\n---\n\n${own.map(sentence).join('\n\n')}\n`
  const project = await copySite()
  try {
    for (const part of ['docs', 'l10n'])
      await rm(join(project.root, 'content', part), { recursive: true })
    const bodies = Object.fromEntries(languages.map((language) => [language, page('Exchange')]))
    await write(project.root, site(words, bodies))
    await mkdir(join(project.root, 'l10n'))
    const exported = await project.run(
      'export',
      ...folders,
      '--to',
      'po',
      '--l10n',
      'l10n',
      '--out',
      'work',
    )
    const file = await exportedFile(project, exported.output)
    const text = await readFile(file, 'utf8')
    const { po, lines } = translated(text, own)
    await writeFile(file, po)
    const { output } = await project.run('import', ...folders, file, '--part', '--l10n', 'l10n')
    const read = async (language: string) =>
      [language, await readFile(join(project.root, path(language)), 'utf8')] as const
    const refused = own.flatMap((vector, index): [string, string][] => {
      const [from = 0, to = 0] = [lines[index], lines[index + 1] ?? Number.MAX_SAFE_INTEGER]
      const reason = output.split('\n').find((line) => {
        const position = Number(/\.po:(\d+)/.exec(line)?.[1])
        return position >= from && position < to
      })
      return reason === undefined ? [] : [[vector.id, reason]]
    })
    return {
      pages: Object.fromEntries(await Promise.all(languages.map(read))),
      refused: new Map(refused),
    }
  } finally {
    await rm(project.root, { recursive: true, force: true, maxRetries: 5 })
  }
}

export async function write(root: string, tree: Tree): Promise<void> {
  for (const [path, content] of Object.entries(tree)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
}

/** A site has titles. */
const words: readonly Vector[] = [{ id: 'words', into: 'text', text: 'Words' }]

/** An import refuses what is in the language of the source. */
const french = [
  'Voici la phrase que la traduction a écrite pour cette page du site avec',
  'et voilà la suite de la phrase que la traduction a écrite pour la page.',
]

/** As gettext writes a line. */
const quoted = (text: string) => `"${text.replaceAll(/[\\"]/g, '\\$&')}"`

const sentence = ({ id }: Vector) => `This is the sentence of ${id}.`

async function exportedFile({ root }: CopiedSite, output: string): Promise<string> {
  const names = await readdir(join(root, 'work'), { recursive: true }).catch(() => [])
  const name = names.find((path) => path.endsWith('.po'))
  if (name === undefined) throw new Error(`No .po file: ${output}`)
  return join(root, 'work', name)
}

/** The file with translations; `lines` says where the unit of each vector begins. */
function translated(text: string, vectors: readonly Vector[]): { po: string; lines: number[] } {
  let po = text
  for (const vector of vectors) {
    const source = `msgid ${JSON.stringify(sentence(vector))}\n`
    if (!po.includes(source)) throw new Error(`No unit of ${vector.id} in the exported file`)
    const value = quoted(
      `${french[0]} ${before(vector)} ${armed(vector)} ${after(vector)} ${french[1]}`,
    )
    po = po.replace(
      new RegExp(`(${RegExp.escape(source)})msgstr "[^\\n]*\\n(?:"[^\\n]*\\n)*`),
      (_, id: string) => `${id}msgstr ${value}\n`,
    )
  }
  // Messages name the first line of a unit, which is a comment.
  const lines = vectors.map((vector) => {
    const unit = po.lastIndexOf('\n\n', po.indexOf(`msgid ${JSON.stringify(sentence(vector))}`))
    return po.slice(0, unit + 2).split('\n').length
  })
  return { po, lines }
}
