/** Write the type and the size of its file into each link of `::download`. */
import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import { element } from '../element.ts'
import { append } from '../large-arrays.ts'
import { type Problem, report } from '../problems.ts'
import { visit } from '../visit.ts'

/** What is known of the file that a download leads to. */
interface DownloadFile {
  /** In bytes; undefined where the address leads to no file. */
  size?: number
  problem?: Problem
}

export interface DownloadOptions {
  /** The file at `url`, as the page in the language `fallbackLang` means it where that is given. */
  downloadFile?: (url: string, file: VFile, fallbackLang?: string) => Promise<DownloadFile>
  pageLanguage?: (file: VFile) => string | undefined
}

/** Class of the paragraph by which a download is known here. */
export const downloadClass = 'download'

/** Comes before links are resolved: files are named as they are typed. */
export default function rehypeDownloads({ downloadFile, pageLanguage }: Readonly<DownloadOptions>) {
  return (tree: Root, file: VFile): Promise<undefined> | undefined => {
    const links: Element[] = []
    visit(tree, 'element', (node) => {
      if (isDownload(node))
        append(
          links,
          node.children.filter((child) => child.type === 'element'),
        )
    })
    return links.length ? describeAll() : undefined

    async function describeAll(): Promise<undefined> {
      for (const link of links) {
        const url = String(link.properties['href'] ?? '')
        const lang = link.data?.fallbackLang
        const { size, problem } = (await downloadFile?.(url, file, lang)) ?? {}
        if (problem) report(file, problem, link)
        const language = lang ?? pageLanguage?.(file) ?? 'en'
        describe(link, [typeOf(url), size === undefined ? undefined : fileSize(size, language)])
      }
    }
  }
}

function isDownload({ tagName, properties: { className } }: Element): boolean {
  return tagName === 'p' && Array.isArray(className) && className.includes(downloadClass)
}

/** Inside the link: who goes from link to link hears it, too. */
function describe(link: Element, facts: readonly (string | undefined)[]): void {
  const words = facts.filter(Boolean).join(' · ')
  if (!words) return
  link.children.push(
    { type: 'text', value: ' ' },
    element('bdi', {}, [{ type: 'text', value: `(${words})` }]),
  )
}

/** By its extension: `XLSX`. */
function typeOf(url: string): string | undefined {
  const [, extension] = /[^/]\.([a-z\d]{1,8})(?:[?#].*)?$/i.exec(url) ?? []
  return extension?.toUpperCase()
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/**
 * The size of a file as readers of a language write it, in units of 1,000 bytes and with no-break spaces: `1.2 MB`.
 *
 * @throws RangeError for a `language` that is no language tag.
 */
export function fileSize(bytes: number, language: string): string {
  let value = bytes
  let unit = 0
  // What is rounded to 1,000 is one of the next unit.
  while (rounded(value) >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  const words = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[unit] ?? 'byte',
    unitDisplay: unit ? 'short' : 'long',
  }).format(rounded(value))
  return words.replaceAll(' ', '\u00A0')
}

/** One decimal below ten. */
function rounded(value: number): number {
  return value < 9.95 ? Math.round(value * 10) / 10 : Math.round(value)
}
