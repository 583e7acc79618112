import { describe, expect, test } from 'vitest'
import { htmlIn } from '#plugins/content.ts'
import { withStates } from '#src/translation/site/with-states.ts'
import { type Tree, readDocfxTree } from '../support/tree.ts'

const markdown = (title: string, text = '') =>
  `---\ntitle: ${title}\ndescription: About it\n---\n# ${title}\n\n${text}`

async function readYaml(kind: string, yaml: string, more: Tree = {}) {
  const { site, lines } = await readDocfxTree({
    'en-us/guide/page.yml': `### YamlMime:${kind}\n${yaml}`,
    'en-us/guide/index.md': markdown('Start'),
    ...more,
  })
  const document = site.documents.find(({ page }) => page.slug === 'page')
  return {
    document,
    lines: lines.filter((line) => !line.includes(' ui-')),
    html: htmlIn(document?.content?.parts() ?? ([] as never)),
    headings: document?.page.headings.map(({ depth, id }) => `${depth} ${id}`),
  }
}

const head = 'metadata:\n  title: In the window\n  description: About it\ntitle: The `page`\n'

describe('a .yml page is read as Markdown', () => {
  test('of questions, each a heading that links reach', async () => {
    const { document, html, headings, lines } = await readYaml(
      'FAQ',
      `${head}summary: |\n  See [the start](index.md).\nsections:\n  - name: General\n    questions:\n      - question: |\n          What does \`it\` do?\n        answer: |\n          It:\n\n          - works.\n      - question: Is Notes.org **free**? Then?\n        answer: Yes.\nadditionalContent: |\n  > [!TIP]\n  > Go on.\n`,
      { 'en-us/guide/index.md': markdown('Start', '[Is it?](page.yml#is-notes-org-free--then)\n') },
    )
    expect(lines).toEqual([])
    expect(document?.page.heading.text).toBe('The page')
    expect(document?.page.title).toBe('In the window')
    expect(headings).toEqual(['2 general', '3 what-does-it-do', '3 is-notes-org-free--then'])
    expect(html).toContain('href="/en-us/guide/"')
    expect(html).toContain('<li>works.</li>')
    expect(html).toContain('class="alert"')
  })

  test('of steps, with and without a title', async () => {
    const { html, headings } = await readYaml(
      'Tutorial',
      `${head}items:\n- durationInMinutes: 2\n  content: |\n    First *words*.\n- title: Step one\n  durationInMinutes: 1\n  content: |\n    1. Do it.\n`,
    )
    expect(headings).toEqual(['2 step-one'])
    expect(html).toMatch(/<p>First <em>words<\/em>\.<\/p>[\s\S]*<h2 id="step-one">/)
    expect(html).not.toMatch(/durationInMinutes|items/)
  })

  test('of a procedure, its needs before it and its links behind', async () => {
    const { html, headings, lines } = await readYaml(
      'HowTo',
      `---\n${head}introduction: |\n  Why *so*.\nprerequisites:\n  summary: You need\n  dependencies:\n    - a key\nprocedureSection:\n  - title: |\n      Do it\n    summary: |\n      First.\n    steps:\n      - |\n        Open it.\n\n        Wait.\n      - Close it.\nrelatedContent:\n  - text: The [start]\n    url: index.md\n`,
    )
    expect(lines).toEqual([])
    expect(headings).toEqual(['2 prerequisites', '2 do-it'])
    expect(html).toMatch(/You need<\/p>\s*<ul>\s*<li>a key<\/li>/)
    expect(html).toMatch(/<ol>\s*<li>\s*<p>Open it\.<\/p>\s*<p>Wait\.<\/p>\s*<\/li>/)
    expect(html).toContain('<a href="/en-us/guide/">The [start]</a>')
  })

  test('of an architecture, without what stands on its card', async () => {
    const { document, html, lines } = await readYaml(
      'Architecture',
      `metadata:\n  title: In the window\n  description: About it\nazureCategories:\n  - web\nname: The name\nsummary: On the card.\nthumbnailUrl: x.png\ncontent: |\n  [!INCLUDE[](includes/text.md)]\n`,
      { 'en-us/guide/includes/text.md': 'Words of the *architecture*.\n' },
    )
    expect(lines).toEqual([])
    expect(document?.page.heading.text).toBe('The name')
    expect(html.trim()).toBe('<p>Words of the <em>architecture</em>.</p>')
  })

  test('of a tutorial that another one follows', async () => {
    const { html, lines } = await readYaml(
      'Tutorial',
      `${head}nextTutorialHref: index.md\nnextTutorialTitle: The start\nitems:\n- content: Words.\n`,
    )
    expect(lines).toEqual([])
    expect(html).toMatch(
      /<div class="nextstepaction">\s*<p><a href="\/en-us\/guide\/">The start<\/a>/,
    )
  })

  test('of a unit, whose questions have answers to choose from', async () => {
    const { html, headings } = await readYaml(
      'ModuleUnit',
      `uid: learn.unit\n${head}durationInMinutes: 5\ncontent: |\n  [!include[](includes/unit.md)]\nquiz:\n  title: Check\n  questions:\n  - content: Which one?\n    choices:\n    - content: This\n      isCorrect: true\n      explanation: It is right.\n    - content: That\n      isCorrect: false\n      explanation: It is not.\n`,
      { 'en-us/guide/includes/unit.md': 'Words of the unit.\n' },
    )
    expect(html).toContain('Words of the unit.')
    expect(headings).toEqual(['2 check'])
    expect(html).toMatch(
      /Which one\?[\s\S]*✓ This[\s\S]*It is right\.[\s\S]*That[\s\S]*It is not\./,
    )
  })

  test('and says what its readers need first, in their language', async () => {
    const { headings } = await readYaml('Module', `${head}prerequisites: |\n  - A phone\n`)
    expect(headings).toEqual(['2 prerequisites'])
  })

  test('and its problems have their places in the file', async () => {
    const { lines } = await readYaml(
      'FAQ',
      `${head}sections:\n  - name: General\n    questions:\n      - question: Where?\n        answer: |\n          Here.\n\n          And [there](missing.md).\n      - question: '[When](gone.md)?'\n        answer: Now.\n    colour: red\n`,
    )
    expect(lines).toEqual([
      'en-us/guide/page.yml:13:15 warning link-missing',
      'en-us/guide/page.yml:14:20 warning link-missing',
      'en-us/guide/page.yml:16:5 warning yaml-page-key',
    ])
  })

  test('unless it is not YAML, which is reported', async () => {
    const { lines } = await readYaml('FAQ', 'title: "open\n')
    expect(lines.join()).toContain('en-us/guide/page.yml')
  })
})

test.each(['# YamlMime:', '#YamlMime:', '### yamlmime : ', '\uFEFF### YamlMime:'])(
  'a file that begins with %s says its kind',
  async (mark) => {
    const { site } = await readDocfxTree({
      'en-us/guide/page.yml': `${mark}Tutorial\n${head}items:\n- content: Words.\n`,
    })
    expect(site.documents.map(({ page }) => page.path)).toEqual(['/en-us/guide/page/'])
  },
)

describe('a .yml file is not a page', () => {
  test.each(['ContextObject', 'ZonePivotGroups', 'Achievements'])('of kind %s', async (kind) => {
    const { document, lines } = await readYaml(kind, 'brand: azure\n')
    expect(document).toBeUndefined()
    expect(lines).toEqual([])
  })

  test.each(['ManagedReference', 'RESTOperation', 'NetType', 'PythonClass'])(
    'of kind %s, which is told once',
    async (kind) => {
      const { document, lines } = await readYaml(kind, 'items:\n- uid: A.B\n')
      expect(document).toBeUndefined()
      expect(lines).toEqual(['en-us/guide/page.yml:1:1 warning docfx-yaml-reference'])
    },
  )
})

test('untranslated text is marked as on other pages', async () => {
  const yaml = (title: string, need: string, step: string) =>
    `### YamlMime:Tutorial\nmetadata:\n  title: Window\n  description: About it\ntitle: ${title}\nitems:\n- title: ${title} 1\n  prerequisites: ${need}\n  content: |\n    ${step}\n`
  const step = 'Open the window and write down what you see there.'
  const { html } = await readDocfxTree(
    {
      'en-us/guide/page.yml': yaml('The first step', 'You need the right shoes for this.', step),
      'fr-fr/guide/page.yml': yaml('La première étape', 'Il vous faut de bonnes chaussures.', step),
      'content/ui/fr-FR.json': JSON.stringify({
        'page.prerequisites': 'Ce qu’il vous faut d’abord',
      }),
    },
    {},
    (site) => withStates(site, ''),
  )
  const page = html('/fr-fr/guide/page/')
  expect(page).toContain('Ce qu’il vous faut d’abord')
  expect(page).toMatch(/<p[^>]*lang="en-US"[^>]*>(?:<[^>]*>)*Open the window/)
  expect(page).not.toMatch(/<p[^>]*lang="en-US"[^>]*>Il vous/)
})
