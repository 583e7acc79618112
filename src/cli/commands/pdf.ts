/** `pdf`: print each docset and language of a built site to a PDF, with a Chromium of the machine. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import sirv from 'sirv'
import { UsageError, readArguments } from '../arguments.ts'
import type { Command, ExitCode, Terminal } from '../command.ts'
import { isFolder } from '../is-folder.ts'
import { findChromium, missingChromium } from '../pdf/chromium.ts'
import { openPrinter } from '../pdf/print-page.ts'
import { addCleanup } from '../process/signals.ts'

export const command: Command = {
  usage: `pdf [folder] [--out pdf] [--docset id] [--locale tag] [--browser path]
    Print each docset of a built site (default: dist) in each language to a PDF with tags and bookmarks.
    --out      the folder for the PDFs, <docset>-<locale>.pdf (default: pdf)
    --docset, --locale   print only this docset or language
    --browser  path of Chromium, Chrome or Edge (default: CHROMIUM_PATH, an installed one, or that of playwright-core)`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      out: { type: 'string', default: 'pdf' },
      docset: { type: 'string' },
      locale: { type: 'string' },
      browser: { type: 'string' },
    })
    const { cwd } = terminal
    const [name = 'dist'] = positionals
    const folder = resolve(cwd, name)
    if (!(await isFolder(folder)))
      throw new UsageError(`There is no folder \`${name}\`. Run \`passerelle build\` first.`)
    const wanted = printedPages(folder).filter(
      ({ docset, locale }) =>
        (values.docset ?? docset) === docset && (values.locale ?? locale).toLowerCase() === locale,
    )
    if (wanted.length === 0) {
      throw new UsageError(`\`${name}\` has no such docset with a page to print (\`…/print/\`).`)
    }
    const browser = await findChromium(values.browser && resolve(cwd, values.browser), process.env)
    if (browser === undefined) {
      terminal.warn(missingChromium(values.browser))
      return 2
    }
    return print(wanted, { folder, out: resolve(cwd, values.out), browser }, terminal)
  },
}

/** A page that holds a whole docset. */
interface PrintedPage {
  docset: string
  /** The locale as in addresses: `fr-fr`. */
  locale: string
  /** Path of the page below the folder: `fr-fr/guide/print/`. */
  path: string
}

/** All such pages of a site, sorted. */
function printedPages(folder: string): PrintedPage[] {
  return foldersIn(folder).flatMap((locale) =>
    foldersIn(join(folder, locale)).flatMap((docset) => {
      const path = `${locale}/${docset}/print/`
      return existsSync(join(folder, path, 'index.html')) ? [{ docset, locale, path }] : []
    }),
  )
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^[._]/.test(entry.name))
    .map(({ name }) => name)
    .toSorted()
}

interface Printing {
  folder: string
  /** Folder for the PDFs. */
  out: string
  browser: string
}

async function print(
  pages: readonly PrintedPage[],
  { folder, out, browser }: Printing,
  { print: report, warn }: Terminal,
): Promise<ExitCode> {
  await mkdir(out, { recursive: true })
  const site = await serve(folder, baseOf(folder, pages[0]?.path ?? ''))
  const profile = await mkdtemp(join(tmpdir(), 'passerelle-pdf-'))
  const printer = openPrinter(browser, profile)
  addCleanup(() => void printer.close())
  let code: ExitCode = 0
  try {
    for (const { docset, locale, path } of pages) {
      const file = join(out, `${docset}-${locale}.pdf`)
      try {
        await writeFile(file, await printer.print(site.address + path))
        report(file)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        warn(`\`${path}\` was not printed with ${browser}: ${reason}`)
        code = 1
      }
    }
  } finally {
    await printer.close()
    site.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return code
}

/** The base path of the site, from a canonical link: addresses in its pages begin with it. */
function baseOf(folder: string, path: string): string {
  const html = readFileSync(join(folder, path, 'index.html'), 'utf8')
  const [, address = ''] = /<link rel="canonical" href="([^"]*)"/.exec(html) ?? []
  const { pathname = '' } = URL.parse(address) ?? {}
  return pathname.endsWith(`/${path}`) ? pathname.slice(0, -path.length) : '/'
}

/** Serve the folder below its base path, to this machine only. */
async function serve(folder: string, base: string) {
  const files = sirv(folder, { dev: true })
  const server = createServer((request, response) => {
    const { url = '' } = request
    request.url = url.startsWith(base) ? `/${url.slice(base.length)}` : url
    files(request, response)
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}${base}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
