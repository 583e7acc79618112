/** What writers do to guides after they were published. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CopiedSite } from './copied-site.ts'

const guide = (locale: string, path: string) => `content/docs/${locale}/${path}.mdx`
const both = ['en', 'fr-FR'] as const

/** Delete, rename, reword, move, reorder, split: on a copy of the guides. */
export async function change(site: CopiedSite): Promise<void> {
  for (const locale of both) {
    // A page is deleted, and one is renamed.
    await rm(join(site.root, guide(locale, 'fasttrack/yammer')))
    await rename(
      join(site.root, guide(locale, 'fasttrack/power-bi')),
      join(site.root, guide(locale, 'fasttrack/power-bi-online')),
    )
    await edit(site, guide(locale, 'fasttrack/enable'), (text) =>
      text
        .replaceAll('./power-bi.mdx', './power-bi-online.mdx')
        .replaceAll(/^.*yammer\.mdx.*\n/gm, ''),
    )
    // A heading and a step are taken away.
    await edit(site, guide(locale, 'fasttrack/power-bi-online'), (text) =>
      text.replace(/^## Limit.*\n/m, ''),
    )
    await edit(site, guide(locale, 'fasttrack/assess'), (text) => text.replace(/^2\. .*\n/m, ''))
    // A step moves to another page; two others change places.
    let step = ''
    await edit(site, guide(locale, 'fasttrack/assess'), (text) =>
      text.replace(/^9\. (.*\n)/m, (_, title: string) => ((step = title), '')),
    )
    await edit(site, guide(locale, 'fasttrack/remediate'), (text) =>
      text.replace(/^1\. /m, `1. ${step}$&`),
    )
    await edit(site, guide(locale, 'fasttrack/initiate'), (text) =>
      text.replace(/^(1\. [^]*?\n)(2\. .*\n)/m, '$2$1'),
    )
    // A part of a page becomes a page.
    let part = ''
    await edit(site, guide(locale, 'live-edu/first-sign-in'), (text) =>
      text.replace(
        /^## (?:The administration page|La page d’administration)\n[^]*?(?=^## )/m,
        (match) => ((part = match), ''),
      ),
    )
    await writeFile(
      join(site.root, guide(locale, 'live-edu/administration')),
      `---\ntitle: Administration\ndescription: Administration\n---\n\n${part}`,
    )
  }
  await edit(site, 'content/site.config.ts', (text) =>
    text
      .replace(/^ {16}'yammer',\n/m, '')
      .replace(/^ {16}'power-bi',/m, "'power-bi-online',")
      .replace("'first-sign-in',", "'first-sign-in', 'administration',"),
  )
  await site.edit(
    guide('en', 'fasttrack/assess'),
    '## What you have to bring',
    '## Have these ready',
  )
  await site.edit(
    guide('fr-FR', 'fasttrack/assess'),
    '## Ce que vous devez apporter',
    '## À préparer',
  )
}

/** Record it as the messages say, but for what is gone for good. */
export async function record(site: CopiedSite): Promise<void> {
  const { run } = site
  const reasons = ['Yammer is no part of it any more', 'fr-FR=Yammer n’en fait plus partie']
  const why = reasons.flatMap((reason) => ['--why', reason])
  await run('links', 'retire', 'fasttrack/yammer', ...why)
  for (const id of ['fasttrack/assess#plan-success', 'fasttrack/power-bi#limits'])
    await run('links', 'retire', id, '--why', 'Said elsewhere')
  await run(
    'links',
    'move',
    'fasttrack/yammer#yammer-enterprise',
    'fasttrack/enable#start-the-services',
  )
  await run(
    'links',
    'move',
    'fasttrack/assess#what-you-have-to-bring',
    'fasttrack/assess#have-these-ready',
  )
  await run('links', 'move', '--likely')
  const { code, output } = await run('check')
  if (code !== 0) throw new Error(output)
  await run('links', 'accept')
}

export async function edit(
  site: CopiedSite,
  path: string,
  how: (text: string) => string,
): Promise<void> {
  const text = await readFile(join(site.root, path), 'utf8')
  const changed = how(text)
  if (changed === text) throw new Error(`Nothing changes in ${path}`)
  await writeFile(join(site.root, path), changed)
}
