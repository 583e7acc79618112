/** The page whose PO file the manual’s examples of rules about exchange files are entries of. */
import { readPo, writePo } from '#src/translation/formats/po.ts'
import { pageOf, setOf } from '../translation/formats/pages.ts'
import { importInto } from '../translation/formats/small.ts'

const english = `---
title: Prepare
description: All set.
---

Read the **plan** before you start.

Have your licences ready.
`

const french = `---
title: Préparer
description: Tout est prêt.
---

Lisez le **plan** avant de commencer.

Préparez vos licences.
`

/** What `import` says of the file with these entries in place of its own, or behind them. */
export function rulesOfExchange(entries: string): string[] {
  const source = pageOf(english, { slug: 'index', name: 'en/index.mdx' })
  const name = 'fr-FR/index.mdx'
  const target = pageOf(french, { slug: 'index', locale: 'fr-FR', name }, source)
  const set = setOf([{ dialect: 'guide', source, target }], 'guide')
  const left = new Set<string>()
  const text = entries
    .trim()
    .split(/\n{2,}/)
    .reduce((po, entry) => put(po, entry, left), writePo(set))
  return importInto(set, readPo(text, 'guide.en.fr-FR.po')).rules
}

/** @param done - The units that have been replaced: a second entry comes behind the first. */
function put(po: string, entry: string, done: Set<string>): string {
  if (entry.startsWith('msgid ""')) return withHeader(po, entry)
  const unit = /^msgctxt ".*"$/m.exec(entry)?.[0]
  if (unit === undefined || done.has(unit) || !po.includes(`${unit}\n`))
    return `${po.trimEnd()}\n\n${entry}\n`
  done.add(unit)
  const start = po.indexOf(`${unit}\n`)
  const end = po.indexOf('\n\n', start)
  return po.slice(0, start) + entry + (end < 0 ? '\n' : po.slice(end))
}

/** Lines such as `"Language: fr_FR\n"`, in place of those that begin alike. */
function withHeader(po: string, entry: string): string {
  const lines = [...entry.matchAll(/^"([\w-]+: ).*"$/gm)]
  return lines.reduce(
    (text, [line, key]) => text.replace(new RegExp(`^"${key}.*"$`, 'm'), () => line),
    po,
  )
}
