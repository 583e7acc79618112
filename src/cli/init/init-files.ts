/** The files of a new site, as texts. */
import { serializeLedger } from '../../permalinks/ledger.ts'

export const templates = ['guides', 'docfx', 'blank'] as const
export type Template = (typeof templates)[number]

export interface InitOptions {
  template: Template
  /** Tags of its languages; the first is that of the sources. */
  locales: readonly [string, ...string[]]
  /** Of the folder: `my-guides`. */
  name: string
  /** What the site's package.json says of Passerelle: a version or `file:…`. */
  program: string
  /** The runtime to install with it, where that of the machine is too old. */
  runtime: string | undefined
  /** Folders of docfx docsets, relative to the new folder: `docs/fr-fr`. */
  docsets: readonly string[]
}

/** The texts of a template by their paths in it. */
export type TemplateTexts = ReadonlyMap<string, string>

/** All files of the new site by their paths. */
export function initFiles(options: InitOptions, texts: TemplateTexts): Map<string, string> {
  const content =
    options.template === 'docfx' ? docfxFiles(options, texts) : guideFiles(options, texts)
  return new Map([...content, ...commonFiles(options)])
}

/** Docsets that are there stay as they are. */
function docfxFiles({ docsets }: InitOptions, texts: TemplateTexts): TemplateTexts {
  const isOurs = docsets.every((folder) => sampleDocsets.includes(folder))
  return isOurs ? texts : new Map()
}

/** What the template has where no docset is found. */
export const sampleDocsets: readonly string[] = ['docs/en-us', 'docs/fr-fr']

/** Pages of the first language are the sources; a translation sets no ids of its own. */
function guideFiles(
  { template, locales, name }: InitOptions,
  texts: TemplateTexts,
): Map<string, string> {
  const [source] = locales
  const files = new Map([['content/site.config.ts', configText(template, locales, titleOf(name))]])
  const written = spokenIn(source, texts) ?? 'en'
  for (const locale of locales) {
    const language = locale === source ? written : spokenIn(locale, texts)
    for (const [path, text] of texts) {
      const [folder = '', of = '', ...rest] = path.slice('content/'.length).split('/')
      if (folder === 'docs' && of === language && (locale === source || language !== written)) {
        files.set(
          `content/docs/${locale}/${rest.join('/')}`,
          locale === source ? text : withoutIds(text),
        )
      }
      // Labels are needed in every language.
      if (path === `content/ui/${language ?? 'en'}.json`)
        files.set(`content/ui/${locale}.json`, text)
      const locks = `content/l10n/from-${written}`
      if (locale === source) continue
      if (path === `${locks}/${language}.lock`)
        files.set(`content/l10n/${docsetOf(template)}.${locale}.lock`, text)
      if (path === `${locks}/content-ui.${language}.lock`)
        files.set(`content/l10n/content-ui.${locale}.lock`, text)
    }
  }
  return files.set('content/permalinks.json', serializeLedger([]))
}

/** The language of the template's texts that a locale can take. */
function spokenIn(locale: string, texts: TemplateTexts): string | undefined {
  const of = (tag: string) => tag.split('-')[0]
  const all = [...texts.keys()].flatMap((path) => /^content\/docs\/([^/]+)\//.exec(path)?.[1] ?? [])
  return all.find((tag) => tag === locale) ?? all.find((tag) => of(tag) === of(locale))
}

function withoutIds(text: string): string {
  return text.replaceAll(/ :anchor\{#[^}]*\}$/gm, '')
}

function docsetOf(template: Template): string {
  return template === 'guides' ? 'guide' : 'docs'
}

function configText(template: Template, locales: readonly string[], title: string): string {
  const [source = ''] = locales
  const process =
    template === 'guides'
      ? `
      phases: ['prepare', 'first-day', 'first-month'],
      parties: ['manager', 'it', 'colleague'],
      toc: [{ page: 'index', pages: ['steps', 'who-does-what'] }],`
      : `
      toc: ['index'],`
  return `import { defineSite } from 'passerelle'

export default defineSite({
  version: 1,
  // Where the site will be published.
  url: 'https://${urlName(title)}.example',
  locales: [${locales.map((locale) => `'${locale}'`).join(', ')}],
  title: { ${quotedKey(source)}: ${JSON.stringify(title)
    .replaceAll("'", String.raw`\'`)
    .replaceAll(/^"|"$/g, "'")} },
  docsets: [
    {
      id: '${docsetOf(template)}',
      source: '${source}',${process}
    },
  ],
})
`
}

/** \`en\` needs no quotes, \`fr-FR\` does. */
function quotedKey(tag: string): string {
  return /^[a-z]+$/i.test(tag) ? tag : `'${tag}'`
}

function urlName(title: string): string {
  return (
    title
      .toLowerCase()
      .replaceAll(/[^a-z\d]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'guides'
  )
}

/** `my-guides` is “My guides”. */
function titleOf(name: string): string {
  const words = name.replaceAll(/[-_.]+/g, ' ').trim()
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : 'Guides'
}

function commonFiles(options: InitOptions): [string, string][] {
  return [
    ['package.json', packageText(options)],
    ['.gitignore', 'dist/\nnode_modules/\n.passerelle/\n'],
    ['README.md', readmeText(options)],
    ['.github/workflows/site.yml', workflowText],
  ]
}

function packageText({ template, name, program, runtime, docsets }: InitOptions): string {
  const folders = template === 'docfx' ? ` ${docsets.join(' ')}` : ''
  const value = {
    name: urlName(name),
    private: true,
    type: 'module',
    scripts: {
      dev: `passerelle dev${folders}`,
      build: `passerelle build${folders}${folders && ' --out dist'}`,
      check: `passerelle check${folders}`,
      preview: 'passerelle preview',
      status: `passerelle status${folders}`,
    },
    dependencies: { passerelle: program },
    ...(runtime !== undefined && { devDependencies: { node: runtime } }),
    // npm asks which packages may run a script when they are installed.
    allowScripts: { ...(runtime !== undefined && { node: true }), esbuild: false },
  }
  return `${JSON.stringify(value, undefined, 2)}\n`
}

function readmeText({ template, name, locales }: InitOptions): string {
  const where =
    template === 'docfx'
      ? 'The docsets are built as they are; no file of theirs is changed.'
      : `Pages are in \`content/docs/<language>/${docsetOf(template)}/\`, the same path in every language (${locales.join(', ')}). \`content/site.config.ts\` has the title, the languages and the table of contents, \`content/ui/\` the labels.`
  return `# ${titleOf(name)}

A site of guides in more than one language, made with Passerelle.

\`\`\`sh
npm install
npm run dev       # shows pages while you write them
npm run check     # reports every problem with its place
npm run build     # writes the site to dist/
npm run status    # says what is not translated yet
\`\`\`

${where}

When you publish for the first time, record the addresses, so that none of them can break later:

\`\`\`sh
npx passerelle links accept${template === 'docfx' ? ' <folders>' : ''}
\`\`\`

\`.github/workflows/site.yml\` checks each pull request, and publishes the main branch to GitHub Pages.
`
}

const workflowText = `name: Site
on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read

jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - run: npm run check -- --format github
      - run: npm run build -- --url "https://\${{ github.repository_owner }}.github.io" --base "/\${{ github.event.repository.name }}/"
      - uses: actions/upload-pages-artifact@v3
        with:
          path: dist

  publish:
    if: github.ref == 'refs/heads/main'
    needs: build
    runs-on: ubuntu-latest
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.publish.outputs.page_url }}
    steps:
      - id: publish
        uses: actions/deploy-pages@v4
`
