import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { VFile } from 'vfile'
import { docfxFragmentProcessors, docfxProcessor } from '#plugins/docfx/index.ts'
import type { XrefTarget } from '#plugins/docfx/xref/remark-xref.ts'
import { englishStrings } from '#plugins/preset.ts'
import { describeFixtures } from '../../support/fixtures.ts'

const titles = { titleOf: (kind: string) => kind.toUpperCase() }
const fragments = docfxFragmentProcessors(titles)

/** A page of the docset, and what a map names. */
const uids = new Map<string, XrefTarget>([
  [
    'guide.start',
    {
      href: '~/start.md',
      names: { title: 'How to start', fullName: 'The guide: how to start' },
      name: 'How to start',
      isOfProgram: false,
    },
  ],
  [
    'System.String',
    {
      href: 'https://api.example/system.string',
      names: { name: 'String', fullName: 'System.String' },
      name: 'String',
      isOfProgram: true,
    },
  ],
])

/** The dialect with addresses left as typed, and includes read from beside the input. */
const processor = docfxProcessor({
  ...titles,
  formWords: (key) => englishStrings[key],
  sourceHeadings: async () => undefined,
  resolveLink: (url) => ({ target: { href: url } }),
  resolveImage: (url) => (/^(?!\/\/)[\w./-]+$/.test(url) ? { src: url } : {}),
  pathOf: (file) => basename(file.path),
  async readInclude(path, from, form) {
    const absolute = join(dirname(from.path), path)
    if (!existsSync(absolute)) return undefined
    const fragment = new VFile({ path, value: readFileSync(absolute, 'utf8') })
    const tree = fragments[form].parse(fragment)
    await fragments[form].run(tree, fragment)
    const { length } = String(fragment)
    return { path, tree, name: path, length, messages: fragment.messages }
  },
  async readCode(path, from) {
    const absolute = join(dirname(from.path), path)
    return existsSync(absolute) ? { path, text: readFileSync(absolute, 'utf8') } : undefined
  },
  async findUid(uid) {
    return uids.get(uid)
  },
  codeMissing: () => 'The code is missing.',
})

describeFixtures('docfx', () => processor, 'a docfx page')
