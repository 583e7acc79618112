/** Real docfx pages made neutral: what only docfx understands becomes what all generators do. */
import { readFile, readdir } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { parse } from 'yaml'
import type { NeutralPage } from './pages.ts'

/** The pages of a folder, and a home page that links to them. */
export async function neutralPages(folder: string): Promise<NeutralPage[]> {
  const names = await readdir(folder, { recursive: true })
  const paths = names.filter(
    (name) => name.endsWith('.md') && !/(?:^|\/)(?:TOC|includes\/.*)\.md$/i.test(name),
  )
  const known = new Set(paths.map((path) => path.toLowerCase()))
  const pages = await Promise.all(
    paths
      .toSorted()
      .map(async (path) => neutral(path, await readFile(join(folder, path), 'utf8'), known)),
  )
  const links = pages.map(({ path, title }) => `- [${title}](${path})`)
  const home = {
    path: 'index.md',
    title: 'Accueil',
    description: 'Toutes les pages.',
    body: `Voici les pages.\n\n${links.join('\n')}\n`,
  }
  return [home, ...pages.filter(({ path }) => path !== 'index.md')]
}

function neutral(path: string, text: string, known: ReadonlySet<string>): NeutralPage {
  const [, front = '', rest = ''] = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(
    text,
  ) ?? [undefined, '', text]
  const { title, description } = (parse(front) ?? {}) as { title?: string; description?: string }
  const body = rest
    .replaceAll('\r\n', '\n')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    // Whatever a generator could take for a tag or an expression.
    .replaceAll(/<(https?:[^>\s]+)>/g, '$1')
    .replaceAll(/<\/?[a-z][^>]*>/gi, '')
    .replaceAll(/[<{}]/g, '')
    .replaceAll(/^> \[!(\w+)\]\s*$/gm, '> **$1**\n>')
    .replaceAll(/\[!(?:INCLUDE|VIDEO|div)[^\]]*\](?:\([^)]*\))?/gi, '')
    .replaceAll(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\]\(([^)\s]+\.md)(#[^)\s]*)?\)/gi, (_, to: string) => {
      const target = posix.join(posix.dirname(path), decodeURI(to)).toLowerCase()
      return known.has(target)
        ? `](${posix.relative(posix.dirname(path), target)})`
        : '](https://learn.example/)'
    })
    .replaceAll(/\[([^\]]*)\]\(#[^)]*\)/g, '$1')
    .replaceAll(/^# .*\n/gm, '')
    .trim()
  const heading = /^# (.+)$/m.exec(rest)?.[1]
  return {
    path: path.toLowerCase(),
    title: plain(title ?? heading ?? path),
    description: plain(description ?? heading ?? path),
    body: `${body}\n`,
  }
}

function plain(text: string): string {
  return text.replaceAll(/[<>{}[\]*_`]/g, '').trim()
}
