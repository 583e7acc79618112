/** A guide of two pages in English and French, small enough to damage by hand. */
import type { Block, BlockPage } from '#src/translation/blocks/block.ts'
import { accept, type Acceptance, type AcceptOptions } from '#src/translation/formats/accept.ts'
import type { ReadFile } from '#src/translation/formats/read-unit.ts'
import type { UnitSet } from '#src/translation/formats/unit.ts'
import { writeAccepted } from '#src/translation/formats/write-accepted.ts'
import { untranslatedSentences } from '#src/translation/language/untranslated.ts'
import { emptyGlossary } from '#src/translation/glossary/glossary.ts'
import { wordVote } from '#src/translation/language/detect-language.ts'
import { pageOf, setOf } from './pages.ts'

export const english = {
  plan: `---
title: Plan the move
description: "What to do before the day of the move."
---

Read the **plan** and the [checklist](./check.mdx) before you *start* anything.

## First steps

Open \`setup.exe\` on the old server.

See below.

## Then

See below.

- Ask the people who know the **old** system.
- Write down what they say.

| Field | Value |
| --- | --- |
| Name of the server | The [name](./check.mdx) as *typed* |
`,
  check: `---
title: Check the result
description: How to see that everything has arrived.
---

Compare the number of messages. ![Two columns of numbers](./numbers.png)
`,
}

export const french = {
  plan: `---
title: Préparer le transfert
description: "Ce qu’il faut faire avant le jour du transfert."
---

Lisez le **plan** et la [liste](./check.mdx) avant de *commencer* quoi que ce soit.

## Premières étapes

Ouvrez \`setup.exe\` sur l’ancien serveur.

Voir plus bas.

## Ensuite

Voyez ci-dessous.

- Interrogez les personnes qui connaissent l’**ancien** système.
- Notez ce qu’elles disent.

| Champ | Valeur |
| --- | --- |
| Nom du serveur | Le [nom](./check.mdx) tel que *saisi* |
`,
  check: `---
title: Check the result
description: How to see that everything has arrived.
---

Comparez le nombre de messages. ![Deux colonnes de nombres](./numbers.png)
`,
}

export type Texts = Record<'plan' | 'check', string>

export function smallSet(sources: Texts = english, targets: Texts = french): UnitSet {
  return setOf(
    (['plan', 'check'] as const).map((slug) => {
      const source = pageOf(sources[slug], { slug, name: `${slug}.mdx` })
      const target = pageOf(
        targets[slug],
        { slug, locale: 'fr-FR', name: `fr/${slug}.mdx` },
        source,
      )
      return { dialect: 'guide', source, target }
    }),
    'moves',
  )
}

const judge = {
  language: 'en',
  vote: wordVote('en', 'fr-FR') ?? (() => undefined),
  glossary: emptyGlossary,
}

const isForeign = (target: Block, source: Block): boolean =>
  untranslatedSentences(source, target, { source: 'en', target: 'fr-FR' }, judge).spans.length > 0

/** Import a file as the command does: what was decided, and the French files after it. */
export function importInto(
  set: UnitSet,
  file: ReadFile,
  options: AcceptOptions = { isForeign },
): Acceptance & { files: Record<string, string>; rules: string[] } {
  const result = accept(file, set, options)
  const changed = new Map(writeAccepted(result.accepted, set).map((page) => [page.slug, page]))
  const textOf = ({ slug, text }: BlockPage) => changed.get(slug)?.text ?? text
  const files = Object.fromEntries(
    set.pages.flatMap(({ slug, target }) => (target ? [[slug, textOf(target)]] : [])),
  )
  const messages = [
    ...result.messages,
    ...result.refused.map(({ message }) => message),
    ...[...changed.values()].flatMap((page) => page.messages),
  ]
  return { ...result, files, rules: messages.map(({ ruleId }) => ruleId ?? '') }
}
