/** A site of three pages in two languages, with a look of its own in every part that can have one. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { environment } from './copied-site.ts'
import { digestOf, kept, program } from './kept.ts'
import { writeSmallContent } from './small-guides.ts'

const project = join(import.meta.dirname, '../..')

const options = `  edit: 'https://code.example/edit/main/{path}',
  report: 'https://code.example/issues/new?title={title}&body={address}&labels={id},{language}',
  theme: {
    accent: '#7a1fa2',
    logo: { light: './theme/logo.svg', dark: './theme/logo-dark.svg', alt: { en: 'A square' } },
    fonts: { headings: { family: 'Own Font', files: [{ src: './theme/own.woff2' }] } },
    radius: '0',
    width: '60rem',
    customCss: ['./theme/custom.css'],
    components: { SiteFooter: './theme/Footer.astro', Pagination: './theme/Pagination.astro' },
  },
  header: {
    links: [
      { label: { en: 'Steps', 'fr-FR': 'Étapes' }, href: '/fasttrack/assess/#plan-success' },
      { label: 'Code', href: 'https://code.example/' },
    ],
  },
  footer: { links: [{ label: { en: 'Help' }, href: 'mailto:help@guides.example' }] },
  announcement: {
    text: { en: 'Version 2 is here.', 'fr-FR': 'La version 2 est là.' },
    link: { label: { en: 'See the steps', 'fr-FR': 'Voir les étapes' }, href: '/fasttrack/assess/' },
  },
`

const square = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="${colour}"/></svg>\n`

const files: Readonly<Record<string, string>> = {
  'logo.svg': square('#7a1fa2'),
  'logo-dark.svg': square('#e1b0f5'),
  // Whoever cannot read a font takes the next one of its list.
  'own.woff2': 'no font',
  'custom.css': ".site-header { background-image: url('./dots.svg') }\n",
  'dots.svg': square('none'),
  'words.ts': "export const words: string = 'Made by hand'\n",
  'Footer.astro': `---
import { site } from 'virtual:passerelle/site'
import Logo from 'passerelle/components/Logo.astro'
import { words } from './words.ts'

const { locale } = Astro.props
---

<footer class="own-footer">
  <Logo locale={locale} />
  <p>{words}: {site.docsets.length}</p>
</footer>

<style>
  .own-footer {
    padding: 2rem;
  }
</style>
`,
  'Pagination.astro': `---
import Original from 'passerelle/components/Pagination.astro'
---

<div class="own-pagination">
  <Original {...Astro.props} />
</div>
`,
}

/** Where it is built: once, for all tests that look at it. */
export async function lookSite(): Promise<string> {
  const digest = await digestOf(
    [...program, join(import.meta.dirname, 'small-guides.ts')],
    [options, files],
  )
  return kept('site-look', digest, async (folder) => {
    const root = await mkdtemp(join(tmpdir(), 'passerelle-look-'))
    try {
      await writeLookSite(root)
      await build(root, folder)
    } finally {
      await rm(root, { recursive: true, force: true, maxRetries: 5 })
    }
  })
}

/** The same site without a look of its own. */
export async function plainSite(): Promise<string> {
  const digest = await digestOf([...program, join(import.meta.dirname, 'small-guides.ts')], [])
  return kept('site-plain', digest, async (folder) => {
    const root = await mkdtemp(join(tmpdir(), 'passerelle-plain-'))
    try {
      await writeSmallContent(root)
      await build(root, folder)
    } finally {
      await rm(root, { recursive: true, force: true, maxRetries: 5 })
    }
  })
}

async function build(root: string, out: string): Promise<void> {
  const main = join(project, 'src/cli/main.ts')
  const args = [main, 'build', '--root', root, '--out', out]
  await promisify(execFile)(process.execPath, args, { cwd: root, env: environment(root) })
}

async function writeLookSite(root: string): Promise<void> {
  await writeSmallContent(root)
  const config = join(root, 'content/site.config.ts')
  const text = await readFile(config, 'utf8')
  await writeFile(config, text.replace('  docsets: [', `${options}  docsets: [`))
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, 'content/theme', name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
}
