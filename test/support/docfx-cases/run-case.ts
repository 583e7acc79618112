/** Build the docset of one of docfx’s cases in memory, and compare its pages with docfx’s. */
import { htmlIn } from '#plugins/content.ts'
import { strToU8, zipSync } from 'fflate'
import { parse } from 'yaml'
import { type Tree, png, readDocfxTree } from '../tree.ts'
import { canonicalPage } from './canonical.ts'
import type { ComparedPage } from './compared-page.ts'
import { type DocfxCase, pagesOf } from './read-cases.ts'
import { mapOfReferences } from './references.ts'

/** A page of ours and of docfx in one form, line by line. */
export interface Comparison {
  path: string
  docfx: readonly string[]
  ours: readonly string[]
}

const folder = 'en-us/guide/'

/** The settings of docfx 3 that say what pages look like. */
interface Settings {
  hostName?: string
  alternativeHostname?: string
  removeHostName?: boolean
  xref?: readonly string[]
  monikerDefinition?: string
  monikerRange?: Readonly<Record<string, string>>
  extend?: string
}

/** The pages of a case that are not as docfx makes them; none where all are. */
export async function differencesOf(docfxCase: DocfxCase): Promise<readonly Comparison[]> {
  return (await compare(docfxCase)).filter(
    ({ docfx, ours }) => docfx.join('\n') !== ours.join('\n'),
  )
}

async function compare(docfxCase: DocfxCase): Promise<readonly Comparison[]> {
  const settings = settingsOf(docfxCase)
  const root = rootOf(docfxCase)
  const { site } = await readDocfxTree(treeOf(docfxCase, settings, root))
  // docfx takes its own host off what maps of cross references name, too.
  const hosts =
    settings.removeHostName || settings.xref
      ? [settings.hostName, settings.alternativeHostname].filter((host) => host !== undefined)
      : []
  const hasOwnSpaces = !docfxCase.source.startsWith('dotnet/docfx@v3')
  return pagesOf(docfxCase).map(({ path: typed, expectedHtml }) => {
    const path = typed.slice(root.length)
    const document = site.documents.find(({ name }) => name === folder + path)
    const html = htmlIn(document?.content?.parts() ?? [])
    const place = { path, hosts, hasOwnSpaces }
    const title = document?.page.heading
    const docfx = canonicalPage({ ...place, from: 'docfx', html: expectedHtml })
    const ours: ComparedPage = { ...place, from: 'ours', html, ids: docfx.ids }
    // A title that only the front matter has, or nobody, is not in docfx’s HTML of the page.
    const withTitle = docfx.hasTitle && title ? { ...ours, title } : ours
    return { path, docfx: docfx.lines, ours: canonicalPage(withTitle).lines }
  })
}

function settingsOf({ files }: DocfxCase): Settings {
  const settings = (parse(files['docfx.yml'] ?? '') ?? {}) as Settings
  const more = settings.extend && files[settings.extend]
  if (!more) return settings
  const extended = parse(more) as Settings
  return { ...extended, ...settings, xref: [...(extended.xref ?? []), ...(settings.xref ?? [])] }
}

/** The docset’s folder in the repository of a case: where its configuration is; with `/` at its end, or empty. */
function rootOf({ files }: DocfxCase): string {
  const configuration = Object.keys(files).find((path) => /(?:^|\/)docfx\.yml$/.test(path))
  return configuration?.slice(0, -'docfx.yml'.length) ?? ''
}

/** The files of a case as a docset in English; its configuration as `docfx.json` says the same. */
function treeOf(docfxCase: DocfxCase, settings: Settings, root: string): Tree {
  const files = Object.entries(docfxCase.files).flatMap(([path, content]) =>
    path.startsWith(root) ? [[folder + path.slice(root.length), bytesOf(path, content)]] : [],
  )
  const pages = pagesOf(docfxCase).map(({ path, markdown }) => [
    folder + path.slice(root.length),
    markdown,
  ])
  const { optionalExtensions, tokens } = docfxCase
  const markdigExtensions = optionalExtensions?.map(extensionOf)
  const { xref = [], monikerDefinition, monikerRange } = settings
  const references = mapOfReferences(
    pagesOf(docfxCase)
      .map((page) => page.expectedHtml)
      .join(''),
  )
  const maps = references ? [...xref, 'references.json'] : xref
  const build = {
    content: [{ files: ['**/*.md', '**/*.yml'], exclude: ['docfx.yml'] }],
    resource: [{ files: ['**/*'], exclude: ['**/*.md', '**/*.yml', 'docfx.json'] }],
    ...(maps.length > 0 && { xref: maps }),
    ...(markdigExtensions && { markdownEngineProperties: { markdigExtensions } }),
    ...(monikerDefinition && { monikerDefinition }),
    ...(monikerRange && { fileMetadata: { monikerRange } }),
  }
  return {
    'content/ui/en.json': JSON.stringify(stringsOf(tokens)),
    ...(Object.fromEntries([...files, ...pages]) as Tree),
    ...(references && { [`${folder}references.json`]: references }),
    [`${folder}docfx.json`]: JSON.stringify({ build }),
  }
}

/** A picture is left out of the cases; an archive is the table of its files. */
function bytesOf(path: string, content: string | null): string | Uint8Array {
  if (/\.(?:png|jpe?g|gif)$/i.test(path)) return content ?? png
  if (!/\.zip$/i.test(path) || content === null) return content ?? ''
  const files = Object.entries(parse(content) as Record<string, string>)
  return zipSync(Object.fromEntries(files.map(([name, text]) => [name, strToU8(text)])))
}

/** An extension as `docfx.json` has it: docfx’s tests make one with options by its constructor. */
function extensionOf(extension: unknown): unknown {
  const { args: [name, options] = [] } = extension as { args?: readonly unknown[] }
  return typeof name === 'string' ? { [name]: options } : extension
}

/** docfx’s own titles, unless the case has other ones. */
function stringsOf(tokens: DocfxCase['tokens']): Record<string, string> {
  const { codeIncludeNotFound } = tokens
  const kinds = ['note', 'tip', 'important', 'caution', 'warning']
  const titles = Object.fromEntries(
    kinds.map((kind) => [
      `alert.${kind}`,
      tokens[kind]?.replace(/<[^>]*>/g, '') ?? kind.toUpperCase(),
    ]),
  )
  return { ...titles, ...(codeIncludeNotFound && { 'code.missing': codeIncludeNotFound }) }
}
