/** What the source has gained comes into the translation at its place, once it is translated. */
import { describe, expect, test } from 'vitest'
import { imported, workspaceOf } from '../../support/project.ts'

const one = 'First of all, you read the plan.'
const two = 'Then you start the server with care.'
const three = 'At the end, you tell the people about it.'
const french = {
  [one]: 'Tout d’abord, vous lisez le plan.',
  [two]: 'Ensuite, vous démarrez le serveur avec soin.',
  [three]: 'À la fin, vous en parlez aux personnes.',
}

describe('new blocks of a page', () => {
  test.each([
    ['a paragraph between two', `${one}\n\n${two}\n\n${three}\n`, `${one}\n\n${three}\n`],
    ['a paragraph at the beginning', `${one}\n\n${two}\n`, `${two}\n`],
    ['a paragraph at the end', `${one}\n\n${two}\n`, `${one}\n`],
    ['two paragraphs', `${one}\n\n${two}\n\n${three}\n`, `${one}\n`],
    ['an item', `- ${one}\n- ${two}\n- ${three}\n`, `- ${one}\n- ${three}\n`],
    ['a step', `1. ${one}\n2. ${two}\n3. ${three}\n`, `1. ${one}\n3. ${three}\n`],
    ['an item of an item', `- ${one}\n  - ${two}\n- ${three}\n`, `- ${one}\n- ${three}\n`],
    ['an alert', `${one}\n\n> [!NOTE]\n> ${two}\n`, `${one}\n`],
    ['a paragraph of an alert', `> [!NOTE]\n> ${one}\n>\n> ${two}\n`, `> [!NOTE]\n> ${one}\n`],
    ['a section', `${one}\n\n## ${two}\n\n${three}\n`, `${one}\n`],
    [
      'a row',
      `| A | B |\n|---|---|\n| ${one} | 1 |\n| ${two} | 2 |\n`,
      `| A | B |\n|---|---|\n| ${one} | 1 |\n`,
    ],
    ['a whole table', `${one}\n\n| ${two} |\n|---|\n| ${three} |\n`, `${one}\n`],
  ])('%s comes to its place', (_, now, was) => {
    const inFrench = (text: string) =>
      Object.entries(french).reduce((all, [from, to]) => all.replace(from, to), text)
    const project = workspaceOf({ now, was, french: inFrench(was) })
    const { text, rules, project: after } = imported(project, french)
    expect(rules).toEqual([])
    expect(text).toBe(inFrench(now))
    const states = after.pages[0]?.pairs.map(({ state }) => state)
    expect(new Set(states)).toEqual(new Set(['translated']))
  })

  test('a cell beyond the header is a unit like others', () => {
    const table = (last: string) => `| A | B |\n|---|---|\n| ${one} | 1 | ${last} |\n`
    const project = workspaceOf({
      now: table(two),
      was: table(two),
      french: table(two).replace(one, french[one]),
    })
    const { text, rules } = imported(project, french)
    expect(rules).toEqual([])
    expect(text).toBe(table(french[two]).replace(one, french[one]))
  })

  test.each([
    [
      'between two, the old ones count on',
      `1. ${one}\n2. ${two}\n3. ${three}\n`,
      `1. ${one}\n2. ${three}\n`,
      `1. ${one}\n2. ${two}\n3. ${three}\n`,
    ],
    [
      'before the first, the old ones count on',
      `1. ${one}\n2. ${two}\n3. ${three}\n`,
      `1. ${two}\n2. ${three}\n`,
      `1. ${one}\n2. ${two}\n3. ${three}\n`,
    ],
    [
      'and another is still missing, no number is left out',
      `1. ${one}\n2. Also read **this** later.\n3. ${two}\n4. ${three}\n`,
      `1. ${one}\n2. ${three}\n`,
      `1. ${one}\n2. ${two}\n3. ${three}\n`,
    ],
    [
      'where all are 1, it is 1',
      `1. ${one}\n1. ${two}\n1. ${three}\n`,
      `1. ${two}\n1. ${three}\n`,
      `1. ${one}\n1. ${two}\n1. ${three}\n`,
    ],
    [
      'where all of the translation are 1, it is 1',
      `1. ${one}\n2. ${two}\n3. ${three}\n`,
      `1. ${one}\n1. ${three}\n`,
      `1. ${one}\n1. ${two}\n1. ${three}\n`,
    ],
  ])('where a step comes %s', (_, now, was, expected) => {
    const inFrench = (text: string) =>
      Object.entries(french).reduce((all, [from, to]) => all.replace(from, to), text)
    const project = workspaceOf({ now, was, french: inFrench(was) })
    const { text, rules } = imported(project, french)
    expect(rules).toEqual([])
    expect(text).toBe(inFrench(expected))
  })

  test('where a step becomes the tenth, its further paragraphs move with the longer number', () => {
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9]
    const steps = (first: number) =>
      numbers.map((number) => `> ${number + first}. Étape ${number}.`).join('\n')
    const end = (spaces: string) => `\n>\n> ${spaces}${french[one]}\n`
    const { text, rules } = imported(
      workspaceOf({
        now: `> 1. ${two}\n${steps(1)}\n>\n>     ${one}\n`,
        was: `${steps(0)}\n>\n>    ${one}\n`,
        french: `${steps(0)}${end('   ')}`,
      }),
      french,
    )
    expect(rules).toEqual([])
    expect(text).toBe(`> 1. ${french[two]}\n${steps(1)}${end('    ')}`)
  })

  test('keep the line ends of their file', () => {
    const project = workspaceOf({
      now: `${one}\n\n${two}\n`,
      was: `${one}\n`,
      french: `${french[one]}\r\n`,
    })
    expect(imported(project, french).text).toBe(`${french[one]}\r\n\r\n${french[two]}\r\n`)
  })

  test('are inserted whole: an item with one of two paragraphs is not, and the file stays as it was', () => {
    const project = workspaceOf({
      now: `- ${one}\n- ${two}\n\n  ${three}\n`,
      was: `- ${one}\n`,
      french: `- ${french[one]}\n`,
    })
    const { text, rules } = imported(project, { [two]: french[two] ?? '' })
    expect(rules).toEqual(['unit-place'])
    expect(text).toBeUndefined()
  })

  test('with a damaged code are not inserted', () => {
    const bold = 'Then you **start** the server with care.'
    const project = workspaceOf({
      now: `${one}\n\n${bold}\n`,
      was: `${one}\n`,
      french: `${french[one]}\n`,
    })
    const { text, rules } = imported(project, {
      'Then you <b1>start</b1> the server with care.': french[two] ?? '',
    })
    expect(rules).toEqual(['code-lost'])
    expect(text).toBeUndefined()
  })
})

describe('guides', () => {
  const guide = `---
title: The plan of the move
description: What you do before the day.
updated: 2026-11-22
phase: assess
---

:::procedure{by=customer}
1. :step{#read} ${one}
2. :step{#start} ${two}
:::
`

  test('a new step comes without its mark, which only the source has', () => {
    const target = `---
title: Le plan du transfert
description: Ce que vous faites avant ce jour.
updated: 2026-11-22
---

:::procedure
1. ${french[one]}
:::
`
    const was = guide.replace(`2. :step{#start} ${two}\n`, '')
    const project = workspaceOf({ was, now: guide, french: target }, 'guide')
    const { text, rules } = imported(project, french)
    expect(rules).toEqual([])
    expect(text).toBe(target.replace('\n:::\n', `\n2. ${french[two]}\n:::\n`))
  })

  test('a new heading comes without the id that the source gives it by hand', () => {
    const source = guide.replace('\n:::procedure', `\n## ${one} :anchor{#read}\n\n:::procedure`)
    const { text, rules } = imported(workspaceOf({ now: source }, 'guide'), {
      ...french,
      'The plan of the move': 'Le plan du transfert',
      'What you do before the day.': 'Ce que vous faites avant ce jour.',
    })
    expect(rules).toEqual([])
    expect(text).toContain(`\n## ${french[one]}\n`)
  })

  test('a new page holds words only', () => {
    const { text, rules } = imported(workspaceOf({ now: guide }, 'guide'), {
      ...french,
      'The plan of the move': 'Le plan du transfert',
      'What you do before the day.': 'Ce que vous faites avant ce jour.',
    })
    expect(rules).toEqual([])
    expect(text).toBe(`---
title: Le plan du transfert
description: Ce que vous faites avant ce jour.
updated: 2026-11-22
---

:::procedure
1. ${french[one]}
2. ${french[two]}
:::
`)
  })
})
