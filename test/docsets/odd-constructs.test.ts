/** Each construct of docfx in the spellings that writers use, wherever it may stand: nothing of it is left in the text, no word is lost. */
import { beforeAll, describe, expect, test } from 'vitest'
import { leftoversIn, textOf } from '../support/leftovers.ts'
import { type Result, png, readDocfxTree } from '../support/tree.ts'

const files = {
  'en-us/guide/a.png': png,
  'en-us/guide/code.cs': '// <part>\nint seen = 1;\n// </part>\n',
  'en-us/guide/other.md': '---\ntitle: Other\ndescription: B\nuid: Fabrikam.Widget\n---\n# Other\n',
  'en-us/guide/includes/part.md':
    '---\nms.topic: include\n---\nfirst-include\n\n- second-include\n',
  'en-us/guide/includes/word.md': 'word-include\n',
}

/** By construct: spellings, each with the words that its readers see in the order of the page. */
const spellings: Record<string, readonly [typed: string, ...words: string[]][]> = {
  alert: [
    ['> [!NOTE]\n> alpha', 'alpha'],
    ['>[!note]\n>alpha', 'alpha'],
    ['> [!Important]  \n> alpha\n>\n> - beta', 'alpha', 'beta'],
    ['> [!TIP]\nalpha', 'alpha'],
    ['>  [!WARNING]\n>  alpha', 'alpha'],
    ['> [!NOTE]\n>\n> alpha', 'alpha'],
  ],
  include: [
    ['[!INCLUDE [t](includes/part.md)]', 'first-include', 'second-include'],
    ['[!include[t](includes/part.md)]', 'first-include', 'second-include'],
    ['[!Include[](~/includes/part.md "title")]', 'first-include'],
    ['[!INCLUDE [t](.\\includes\\part.md)]', 'first-include'],
    ['[!INCLUDE  [t](includes/part.md)]   ', 'first-include'],
    ['alpha [!INCLUDE [t](includes/word.md)] beta', 'alpha', 'word-include', 'beta'],
    ['**alpha** ([!INCLUDE[t](includes/word.md)]).', 'alpha', 'word-include'],
  ],
  image: [
    [':::image type="content" source="a.png" alt-text="seen":::'],
    [':::image alt-text="seen" border="false" lightbox="a.png" source="a.png" :::'],
    [':::Image source="a.png" alt-text="seen":::'],
    [':::image source="a.png" type="icon" border="false":::'],
    [':::image type="complex" source="a.png" alt-text="seen":::\n alpha\n:::image-end:::', 'alpha'],
    ['alpha :::image source="a.png" alt-text="seen"::: beta', 'alpha', 'beta'],
  ],
  video: [
    ['> [!VIDEO https://www.example.org/embed/x]'],
    ['>[!Video https://www.example.org/embed/x]'],
    ['> [!VIDEO  https://www.example.org/embed/x ]'],
    [':::video source="https://www.example.org/embed/x" title="alpha":::', 'alpha'],
  ],
  div: [
    ['> [!div class="nextstepaction"]\n> [alpha](other.md)', 'alpha'],
    ["> [!div class='checklist']\n> * alpha\n> * beta", 'alpha', 'beta'],
    [
      '>[!DIV class="op_single_selector"]\n>- [alpha](other.md)\n>- [beta](other.md)',
      'alpha',
      'beta',
    ],
    ['> [!div  class="mx-imgBorder"]\n> ![seen](a.png)'],
    ['> [!div class="step-by-step"]\n> [alpha](other.md)\n> [beta](other.md)', 'alpha', 'beta'],
    ['> [!div class="checklist" ]\n> - alpha', 'alpha'],
  ],
  row: [
    [
      ':::row:::\n   :::column span="2":::\n      alpha\n   :::column-end:::\n   :::column:::\n      beta\n   :::column-end:::\n:::row-end:::',
      'alpha',
      'beta',
    ],
    [':::row:::\n\t:::column:::\n\t\talpha\n\t:::column-end:::\n:::row-end:::', 'alpha'],
    [
      ':::row:::\n\n    :::column span="1":::\n\n        alpha\n\n        - beta\n\n    :::column-end:::\n\n:::row-end:::',
      'alpha',
      'beta',
    ],
    [':::Row:::\n:::Column:::\nalpha\n:::Column-end:::\n:::Row-end:::', 'alpha'],
  ],
  zone: [
    ['::: zone pivot="one"\nalpha\n::: zone-end', 'alpha'],
    [':::zone pivot="one,two"\n\nalpha\n\n:::zone-end', 'alpha'],
  ],
  moniker: [
    ['::: moniker range="a-1"\nalpha\n::: moniker-end', 'alpha'],
    [':::moniker range=">= a-1 || b-2"\n\nalpha\n\n:::moniker-end', 'alpha'],
    [':::moniker range="a-1":::\nalpha\n:::moniker-end:::', 'alpha'],
    ['::: moniker range="a-1"\n> [!NOTE]\n> alpha\n::: moniker-end\nbeta', 'alpha', 'beta'],
  ],
  code: [
    ['[!code-csharp[Main](code.cs?name=part)]'],
    ['[!code[](code.cs)]'],
    ['[!Code-CSharp[](~/code.cs#L1-L2 "title")]'],
    ['[!code-csharp [Main](code.cs?range=1-2&highlight=1)]'],
    [':::code language="csharp" source="code.cs" range="1":::'],
    [':::Code source="code.cs" id="part" language="csharp":::'],
  ],
  xref: [
    ['alpha <xref:Fabrikam.Widget> beta', 'alpha', 'beta'],
    ['<xref:Fabrikam.Widget?displayProperty=fullName>'],
    ['<xref:Fabrikam.None%2A>', 'None'],
    ['[alpha](xref:Fabrikam.Widget)', 'alpha'],
    ['[](xref:Fabrikam.Widget)'],
    ['[**alpha**](xref:Fabrikam.Widget "title")', 'alpha'],
    ['@Fabrikam.Widget', 'Other'],
    ['@"Fabrikam.Widget"', 'Other'],
    ["@'Fabrikam.Widget'", 'Other'],
    ['<xref href="Fabrikam.Widget"></xref>'],
    ["<xref href='Fabrikam.Widget' data-throw-if-not-resolved='false'/>"],
    ['<XREF:Fabrikam.Widget>'],
  ],
  tabs: [
    [
      '# [alpha](#tab/x)\n\nbeta\n\n# [gamma](#tab/y)\n\ndelta\n\n---',
      'alpha',
      'beta',
      'gamma',
      'delta',
    ],
    [
      '### [alpha](#tab/x/)\nbeta\n### [gamma](#tab/y/)\ndelta\n***',
      'alpha',
      'beta',
      'gamma',
      'delta',
    ],
    [
      '## [**alpha** `1`](#tab/x/one)\n\nbeta\n\n## [gamma](#tab/x/two)\n\ndelta\n\n* * *',
      'alpha',
      'beta',
      'gamma',
      'delta',
    ],
    ['#### [alpha](#TAB/x "title")\n\nbeta\n\n-----', 'alpha', 'beta'],
    ['# [alpha](#tab/x)\n\nbeta', 'alpha', 'beta'],
  ],
  'no-loc': [['alpha :::no-loc text="beta"::: gamma', 'alpha', 'beta', 'gamma']],
  comment: [
    ['<!-- gone -->\nalpha', 'alpha'],
    ['alpha <!-- gone <b>gone</b> <gone-tag> --> beta', 'alpha', 'beta'],
    ['<!--- gone --->\n\nalpha', 'alpha'],
    [
      '<!--\n\ngone\n\n[!INCLUDE [t](includes/none.md)]\n\n:::zone pivot="x"\n\n-->\n\nalpha',
      'alpha',
    ],
    ['alpha<!--gone--><!--gone-->', 'alpha'],
  ],
}

const indent = (typed: string, by: string) =>
  typed.replaceAll('\n', `\n${by}`).replaceAll(`\n${by}\n`, '\n\n')

/** Where blocks may stand. */
const places: Record<string, (typed: string) => string> = {
  alone: (typed) => typed,
  'right under a sentence': (typed) => `before\n${typed}`,
  'in a list': (typed) => `- before\n\n  ${indent(typed, '  ')}\n\n- after`,
  'in a numbered list, four spaces in': (typed) =>
    `1. before\n\n    ${indent(typed, '    ')}\n\n1. after`,
  'in a list in a list': (typed) =>
    `1. before\n   * inner\n\n     ${indent(typed, '     ')}\n2. after`,
  'in a list, by a tab': (typed) => `-\tbefore\n\n\t${indent(typed, '\t')}\n\n-\tafter`,
  'as the words of an item': (typed) => `- ${indent(typed, '  ')}\n- after`,
  'in a quote': (typed) => `> before\n>\n> ${typed.replaceAll('\n', '\n> ')}\n`,
  'in an alert': (typed) => `> [!CAUTION]\n> ${typed.replaceAll('\n', '\n> ')}\n`,
  'with the line ends of Windows': (typed) => typed.replaceAll('\n', '\r\n'),
  'three spaces in': (typed) => `   ${indent(typed, '   ')}`,
  'in a zone': (typed) => `::: moniker range="z-9"\n\n${typed}\n\n::: moniker-end`,
  'in a column': (typed) =>
    `:::row:::\n   :::column:::\n      ${indent(typed, '      ')}\n   :::column-end:::\n:::row-end:::`,
  'in a tab': (typed) => `# [tab](#tab/t)\n\n${typed}\n\n---`,
  'in a cell': (typed) => `| before | after |\n|---|---|\n| ${typed} | last |`,
}

/** What docfx shows as typed, and so do we: the author is told. */
const asTyped: readonly string[] = [
  ":::image source='a.png' alt-text='seen':::",
  ':::image source="a.png":::',
  ':::image alt-text="seen":::',
  '::: row :::\nalpha\n::: row-end :::',
  "::: zone target='docs'\nalpha\n::: zone-end",
  ':::zone pivot="one":::\nalpha\n:::zone-end:::',
  '::: zone pivot="one"\n\n::: zone pivot="two"\nalpha\n::: zone-end\n\n::: zone-end',
  '::: zone\nalpha\n::: zone-end',
  "::: moniker range='<a-2'\nalpha\n::: moniker-end",
  '::: moniker\nalpha',
  'alpha\n\n::: moniker-end',
  "::: code source='code.cs' :::",
  'alpha :::code source="code.cs":::',
  ':::row:::\n:::column:::\n:::row:::\n:::column:::\nalpha\n:::column-end:::\n:::row-end:::\n:::column-end:::\n:::row-end:::',
  "alpha :::no-loc text='beta':::",
  ':::No-Loc text="alpha":::',
  '::: image source="a.png" alt-text="seen" :::',
  '::: no-loc text="alpha":::',
  'alpha ::: No-Loc text="beta"::: gamma',
  'alpha ::: zone pivot="one"\nbeta',
  'alpha ::: image source="a.png" alt-text="seen"::: beta',
  '[!NOTE]\nalpha',
  '- [!Warning] alpha',
  '[!INCLUDE [t [u]](includes/part.md)]',
  '[!INCLUDE (includes/part.md)]',
  '[!INCLUDE [t](includes/none.md)]',
  '| a | b |\n|---|---|\n| > [!VIDEO https://www.example.org/x] | c |',
  '| a | b |\n|---|---|\n| :::code source="code.cs"::: | c |',
  '[!div class="nextstepaction"]\n[alpha](other.md)',
  'alpha [beta](#tab/x) gamma',
]

/** Constructs that end at the end of another one of their kind, or that no cell holds. */
const unfit = new Set([
  'row, in a column',
  'moniker, in a zone',
  'video, in a cell',
  'code, in a cell',
])

const cases = Object.entries(spellings).flatMap(([name, all]) =>
  Object.entries(places).flatMap(([place, around]) =>
    all
      .filter(([typed]) => place !== 'in a cell' || !typed.includes('\n'))
      .filter(() => !unfit.has(`${name}, ${place}`))
      .map(([typed, ...words]) => ({ name, place, page: around(typed), words })),
  ),
)

const page = (typed: string) =>
  `---\ntitle: Page\ndescription: B\n---\n# Page\n\n${typed}\n\nlast-words\n`

let read: Result

beforeAll(async () => {
  const pages = [...cases.map((item) => item.page), ...asTyped]
  read = await readDocfxTree({
    ...files,
    ...Object.fromEntries(pages.map((typed, index) => [`en-us/guide/p${index}.md`, page(typed)])),
  })
})

describe('no syntax is left over and no word is lost', () => {
  test.each(Object.keys(spellings))('%s', (name) => {
    const faults = cases.flatMap((item, index) => {
      if (item.name !== name) return []
      const text = textOf(read.html(`/en-us/guide/p${index}/`))
      const left = leftoversIn(text)
      const lost = [...item.words, 'last-words'].filter((word) => !text.includes(word))
      const isShown = text.includes('gone')
      return left.length || lost.length || isShown ? [{ ...item, left, lost, isShown }] : []
    })
    expect(faults).toEqual([])
  })
})

describe('what docfx shows as typed is reported at its line', () => {
  test.each(asTyped.map((typed, index) => [typed, index] as const))('%s', (_, index) => {
    const file = `en-us/guide/p${cases.length + index}.md`
    const told = read.problems.filter((item) => item.file === file)
    expect(told).not.toEqual([])
    expect(told.every(({ line }) => line > 6)).toBe(true)
    expect(textOf(read.html(`/en-us/guide/p${cases.length + index}/`))).toContain('last-words')
  })
})
