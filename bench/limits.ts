/**
 * Time and memory of large and of pathological input: `node bench/limits.ts` measures all, `node
 * bench/limits.ts <case>` one, in this process. Prints rows of the table in the README.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beyondJsonLimits } from '../src/docsets/json.ts'
import { readToc } from '../src/docsets/docfx/toc.ts'
import { readRedirections } from '../src/docsets/docfx/redirections.ts'
import { parsePage } from '../src/translation/blocks/parse.ts'
import { readCsv } from '../src/translation/formats/csv.ts'
import { readPo } from '../src/translation/formats/po.ts'
import { readXliff12 } from '../src/translation/formats/xliff12.ts'
import { parseLock } from '../src/translation/lock/lock.ts'
import { readGlossary, withoutNames } from '../src/translation/glossary/glossary.ts'
import { VFileMessage } from 'vfile-message'

const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')

const hash = (index: number) => index.toString(16).padStart(16, '0')

/** What is measured: the input is made first, then read. */
const cases: Readonly<Record<string, () => () => unknown>> = {
  'page of 1 MB': () => page('Some **words** with [a link](a.md) in them.\n\n', 990_000 / 45),
  'page of 10 MB': () => page('Some **words** with [a link](a.md) in them.\n\n', 10_000_000 / 45),
  '90,000 links': () => page('[a](b.md)\n\n', 90_000),
  '100,000 links': () => page('[a](b.md)\n\n', 100_000),
  '1 MB of table rows': () =>
    page('| a cell | b |\n', 1_000_000 / 15 - 10, '| A | B |\n| - | - |\n'),
  '200,000 table rows': () => page('| a | b |\n', 200_000, '| A | B |\n| - | - |\n'),
  '5,000 tiny files': () => tinyPages(5000),
  '20,000 alerts': () => page('> [!NOTE]\n> Words.\n\n', 20_000),
  '20,000 × `> [!NOTE]`': () => page('> [!NOTE]\n', 20_000),
  '20,000 × `<!-- `': () => page('a <!-- ', 20_000),
  '4,900 × `<!-- `, 30,000 words': () => page('word ', 30_000, 'a <!-- '.repeat(4900)),
  '40,000 lines of two words': () => page('two words\n', 40_000),
  '40,000 × `{#a}`': () => page('{#a} ', 40_000, '', 'guide'),
  '20,000 × `[a](`': () => page('[a](', 20_000),
  '20,000 × `**a`': () => page('**a', 20_000),
  '20,000 × `*a _b `': () => page('*a _b ', 20_000),
  '20,000 × `![`': () => page('![', 20_000),
  '20,000 × `<a`': () => page('<a', 20_000),
  '20,000 × `{`': () => page('{', 20_000),
  '20,000 × `:a[`': () => page(':a[', 20_000, '', 'guide'),
  '20,000 × `|`': () => page('|', 20_000),
  '20,000 × `> `': () => page('> ', 20_000),
  '20,000 × `- `': () => page('- ', 20_000, 'a '),
  '20,000 × `:::copy`': () => page(':::copy\n', 20_000, '', 'guide'),
  'TOC.yml of 20,000 entries': () => {
    const text = many(20_000, (index) => `- name: Page ${index}\n  href: p${index}.md`)
    return () => readToc(text, 'TOC.yml')
  },
  '20,000 redirections': () => {
    const entry = (index: number) => ({ source_path: `o${index}.md`, redirect_url: `n${index}` })
    const redirections = Array.from({ length: 20_000 }, (_, index) => entry(index))
    const text = JSON.stringify({ redirections }, undefined, 1)
    const docset = { folder: '', exists: () => false, addressOf: (path: string) => path }
    return () => beyondJsonLimits(text) ?? readRedirections(text, 'r.json', docset)
  },
  'lock of 50,000 lines': () => {
    const text = many(50_000, (index) => `${hash(index)} ${hash(index)} ok`)
    return () => parseLock(text, 'a.lock')
  },
  'PO of 50,000 units': () => {
    const unit = (index: number) => `\nmsgctxt "u${index}"\nmsgid "Word ${index}"\nmsgstr "Mot"`
    const text = `msgid ""\nmsgstr ""\n"Language: fr\\n"\n${many(50_000, unit)}\n`
    return () => readPo(text, 'a.po')
  },
  'XLIFF of 50,000 units': () => {
    const unit = (index: number) =>
      `<trans-unit id="u${index}"><source>Word ${index}</source><target>Mot</target></trans-unit>`
    const text = `<xliff version="1.2"><file original="a" source-language="en"><body>${many(50_000, unit)}</body></file></xliff>`
    return () => readXliff12(text, 'a.xlf')
  },
  'CSV of 50,000 units': () => {
    const text = `id,source,target\n${many(50_000, (index) => `u${index},Word ${index},Mot`)}\n`
    return () => readCsv(text, 'a.csv')
  },
  'glossary of 10,000 names, 1 MB of words': () => {
    const text = `term;fr-FR;dnt\n${many(10_000, (index) => `Name ${index};;x`)}\n`
    const title = 'Some words of a page and Name 77. '.repeat(30_000)
    return () => withoutNames(title, readGlossary(text, 'glossary.csv').glossary)
  },
}

/** One sentence in each of many files; what is measured is parsing them, one after the other. */
function tinyPages(count: number) {
  const texts = Array.from({ length: count }, (_, index) => `# Page ${index}\n\nSome words.\n`)
  return () => texts.map((text) => parsePage(text, 'docfx').children.length)
}

function page(line: string, count: number, before = '', dialect: 'docfx' | 'guide' = 'docfx') {
  const text = before + line.repeat(count)
  return () => parsePage(text, dialect)
}

function measure(name: string): string {
  const read = cases[name]?.()
  if (!read) throw new Error(`No case \`${name}\`: ${Object.keys(cases).join(', ')}`)
  const before = process.cpuUsage()
  const end = ended(read)
  const { user, system } = process.cpuUsage(before)
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  return `| ${name} | ${((user + system) / 1e6).toFixed(1)} | ${memory} | ${end} |`
}

/** `read`, or the rule that stopped it. */
function ended(read: () => unknown): string {
  try {
    read()
    return 'read'
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error
    return `\`${error.ruleId}\``
  }
}

const [wanted] = process.argv.slice(2)
if (wanted !== undefined) console.log(measure(wanted))
else {
  console.log('| input | CPU s | MB | end |\n| --- | --- | --- | --- |')
  for (const name of Object.keys(cases)) {
    const args = [fileURLToPath(import.meta.url), name]
    process.stdout.write(execFileSync(process.execPath, args, { encoding: 'utf8' }))
  }
}
