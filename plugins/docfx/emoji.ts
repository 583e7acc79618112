/**
 * Show `:smile:` as its sign, by the names that GitHub and Markdig have, and `:)` where `docfx.json` asks for smileys.
 *
 * White space is before and after a name (Markdig: `EmojiParser`), so that `9:00:30` and `a:b:c` are text. The names are
 * loaded only for a page that may have one.
 */
import type { Parents, Root, Text } from 'mdast'
import type { VFile } from 'vfile'
import { visit } from '../visit.ts'

const names = /(?<=^|\s):([a-z\d_+-]+):(?=\s|$)/gi

/** Smileys and arrows (Markdig: `EmojiMapping`) by the name of their sign. */
const smileys = new Map(
  Object.entries({
    angry: '>:( >:-(',
    blush: ':") :-")',
    broken_heart: '</3 <\\3',
    confused: ':/ :-/',
    cry: ":'( :'-( :,( :,-(",
    frowning: ':( :-(',
    heart: '<3',
    imp: ']:( ]:-(',
    innocent: 'o:) O:) o:-) O:-) 0:) 0:-)',
    joy: ":') :'-) :,) :,-) :'D :'-D :,D :,-D",
    kissing: ':*',
    laughing: 'x-)',
    neutral_face: ':|',
    open_mouth: ':o :-o :O :-O',
    rage: ':@ :-@',
    smile: ':D :-D',
    smiley: ':) :-)',
    smiling_imp: ']:) ]:-)',
    sob: ":,'( :,'-( ;( ;-(",
    stuck_out_tongue: ':P :-P',
    sunglasses: '8-) B-)',
    unamused: ':s :-S :z :-Z :$ :-$',
    wink: ';) ;-)',
  }).flatMap(([name, typed]) => typed.split(' ').map((smiley) => [smiley, name] as const)),
)
const arrows: Readonly<Record<string, string>> = {
  '<-': '←',
  '->': '→',
  '<->': '↔',
  '<=': '⇐',
  '=>': '⇒',
  '<=>': '⇔',
}
const words = /(?<=^|\s)\S{2,5}(?=\s|$)/g

export default function remarkEmoji() {
  return async (tree: Root, file: VFile): Promise<undefined> => {
    if (file.data.markdig?.hasSmileys) await replace(tree, words, signOfSmiley)
    await replace(tree, names, (typed, emoji) => emoji[typed.slice(1, -1).toLowerCase()])
  }
}

function signOfSmiley(typed: string, emoji: Readonly<Record<string, string>>): string | undefined {
  return arrows[typed] ?? emoji[smileys.get(typed) ?? '']
}

/** Put a sign for each match that has one. */
async function replace(
  tree: Root,
  pattern: RegExp,
  signOf: (typed: string, emoji: Readonly<Record<string, string>>) => string | undefined,
): Promise<void> {
  const texts: [Text, number, Parents][] = []
  visit(tree, 'text', (node, index, parent) => {
    if (parent && node.value.search(pattern) >= 0) texts.push([node, index ?? 0, parent])
  })
  if (texts.length === 0) return
  const { nameToEmoji } = await import('gemoji')
  for (const [text, index, { children }] of texts) {
    const { length } = text.value
    text.value = text.value.replace(pattern, (typed, ...rest) => {
      const start = rest.find((item) => typeof item === 'number') ?? 0
      // No other markup touches it: `**a**:b:` is text.
      const touchesBefore = start === 0 && index > 0
      const touchesAfter = start + typed.length === length && index < children.length - 1
      return touchesBefore || touchesAfter ? typed : (signOf(typed, nameToEmoji) ?? typed)
    })
  }
}
