/**
 * How much micromark reads of a paragraph, and the end of it where that would take seconds.
 *
 * Markup without an end is looked for up to the end of the paragraph, once for each mark that may open it:
 * 200 kB with 5,000 × `<!-- ` in front are 1,000,000,000 characters. An MDX expression that is not a program
 * is parsed again at each `}` behind it.
 */
import type { Data } from 'unified'
import type { Point } from 'unist'
import { VFileMessage } from 'vfile-message'
import { limitProblem, limits } from './problems.ts'

type Extension = Exclude<NonNullable<Data['micromarkExtensions']>[number], unknown[]>
type Construct = Exclude<NonNullable<NonNullable<Extension['text']>[string]>, unknown[]>
type Tokenizer = Construct['tokenize']
type Context = ThisParameterType<Tokenizer>
type Effects = Parameters<Tokenizer>[0]
type Code = Parameters<Effects['consume']>[0]

interface Work {
  /** Characters that were read, the ones that were read again included. */
  characters: number
  /** The last mark: where it is, and how many characters had been read there. */
  mark: { place: Point; characters: number }
  /** Characters that were parsed as a program since the last mark. */
  program: number
  /** Where the labels that are open begin. */
  labels: number[]
  /** Number of events when the last label began. */
  events: number
}

const [exclamation, open, close, closeBrace] = [...'![]}'].map((mark) => mark.charCodeAt(0))

/** An event takes as long as some characters: it lies elsewhere in memory. */
const charactersOfEvent = 3

/** Each paragraph, heading and cell has effects of its own. */
const works = new WeakMap<Effects, Work>()

/**
 * Note that a mark begins here with `code`, and count from here what is read. Throws a VFileMessage where
 * that is too much.
 *
 * At a `]` the footnotes of GFM walk back to the last label, and its words are compared with all
 * definitions: this counts, too.
 */
export function countWork(context: Context, effects: Effects, code: Code): void {
  const { line, column, offset } = context.now()
  if (context.events.length > limits.events) {
    throw limitProblem('', 'paragraph-length', { line, column, offset })
  }
  const work = works.get(effects) ?? begin(context, effects)
  work.mark = { place: { line, column, offset }, characters: work.characters }
  work.program = 0
  if (code === open || code === exclamation) {
    work.labels.push(offset)
    work.events = context.events.length
  } else if (code === close) {
    work.characters += offset - (work.labels.pop() ?? offset)
    work.characters += charactersOfEvent * Math.max(0, context.events.length - work.events)
  }
}

/** All constructs of a paragraph read it by the same `consume`. */
function begin(context: Context, effects: Effects): Work {
  const mark = { place: context.now(), characters: 0 }
  const work: Work = { characters: 0, mark, program: 0, labels: [], events: 0 }
  works.set(effects, work)
  const { consume } = effects
  effects.consume = (code) => {
    work.characters++
    if (code === closeBrace && isInExpression(context)) {
      work.program += work.characters - work.mark.characters
      if (work.program > limits.program) throw expressionProblem(work.mark.place)
    }
    if (work.characters > limits.work) {
      throw limitProblem('', 'paragraph-length', work.mark.place)
    }
    consume(code)
  }
  return work
}

function isInExpression({ events }: Context): boolean {
  return /Expression/.test(events.at(-1)?.[1].type ?? '')
}

/** The error that MDX would report in the end; `guide/syntax.ts` explains it to authors. */
function expressionProblem(place: Point): VFileMessage {
  return new VFileMessage('Could not parse expression with acorn', {
    place,
    ruleId: 'acorn',
    source: 'micromark-extension-mdx-expression',
  })
}
