/** Edits for `npm run edits`: each kind gets its turn. */
import { expect, test } from 'vitest'
import { png } from '../tree.ts'
import { randomOf } from '../random.ts'
import type { Edited } from './edit.ts'
import { editsOf, subjects } from './edits.ts'
import { docfxContent, withPlugin } from './own-content.ts'

const page =
  '---\ntitle: A page\n---\n\n# A page\n\nSome words of the page.\n\n## Part\n\nMore words.\n'
const toc =
  "  docsets: [\n    {\n      toc: [\n        'a',\n        'b',\n      ],\n    },\n  ],\n"

/** One file at least for each subject. */
const files = new Map(
  Object.entries({
    ...docfxContent('d'),
    'content/site.config.ts': withPlugin(`export default {\n  base: '/',\n${toc}}\n`),
    'content/permalinks.json': '{ "a": [1] }\n',
    'en-us/d/a.md': page,
    'fr-fr/d/a.md': page.replace('words', 'mots'),
    'en-us/d/b.md': page,
    'en-us/d/includes/i.md': 'Words.\n',
    'en-us/d/TOC.md': '# [A](a.md)\n# [B](b.md)\n',
    'en-us/d/hub.yml': 'title: Hub\n',
    'en-us/d/docfx.json': '{ "build": {} }\n',
    'en-us/d/p.png': png,
    'en-us/.openpublishing.redirection.json': '{ "redirections": [] }\n',
    'en-us/.openpublishing.publish.config.json': '{ "docsets_to_publish": [] }\n',
    'l10n/d.fr-FR.lock': 'a 1\nb 2\n',
    'l10n/d.fr-FR.tmx': '<a>\n<b>\n',
    'l10n/glossary.csv': 'term;fr-FR\ntenant;locataire\n',
    'l10n/ignore.csv': 'rule;hash\na;b\n',
  }).map(([path, content]) => [`docs/${path}`, Buffer.from(content)]),
)

test.each([1, 2, 3])('in 300 edits of a site, each kind has its turn (seed %i)', (seed) => {
  const nextEdit = editsOf(randomOf(seed))
  const history: Edited[] = [{ subject: 'none', kind: 'none', files }]
  for (let count = 0; count < 300; count++) {
    const last = history.at(-1)!
    const edit = nextEdit(last.files, history)
    expect(edit.files, edit.kind).not.toEqual(last.files)
    history.push(edit)
  }
  const made = new Set(history.map(({ subject }) => subject))
  expect(subjects.filter((subject) => !made.has(subject))).toEqual([])
})
