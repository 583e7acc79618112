/**
 * Read `H~2~O`, `2^10^`, `++inserted++` and `==marked==` for the docsets whose `docfx.json` turns them on
 * (Markdig: `EmphasisExtraExtension`); for all others they are text.
 *
 * As in `*emphasis*`, signs open in front of words and close behind them, and what is inside is whole.
 */
import type { Processor } from 'unified'
import { replaceItems } from '../large-arrays.ts'
import {
  type CompileHandle,
  type Construct,
  type MicromarkCode,
  type MicromarkToken,
  type Tokenizer,
  isLineEnd,
  tokenType,
} from './micromark.ts'
import type { EmphasisExtra } from './markdig.ts'

type Events = Parameters<NonNullable<Construct['resolveAll']>>[0]
type Context = Parameters<NonNullable<Construct['resolveAll']>>[1]

/** A run of signs, which may begin or end what it stands beside. */
interface Signs {
  token: MicromarkToken
  typed: string
}

/** How often the sign of each stands on either side; two `~` are read by GFM. */
const signs: Readonly<Record<EmphasisExtra, { sign: string; size: number }>> = {
  sub: { sign: '~', size: 1 },
  sup: { sign: '^', size: 1 },
  ins: { sign: '+', size: 2 },
  mark: { sign: '=', size: 2 },
}

const runType = tokenType('emphasisExtraSigns')
const groupType = tokenType('emphasisExtra')

/** Comes after remark-parse. */
export default function remarkEmphasisExtras(this: Processor): void {
  const data = this.data()
  const { parser: parse } = this
  if (!parse) return
  const extensions = (data.micromarkExtensions ??= [])
  const place = extensions.push({}) - 1
  ;(data.fromMarkdownExtensions ??= []).push({
    enter: { [groupType]: enter },
    exit: { [groupType]: leave },
  })
  this.parser = (text, file) => {
    // remark-parse reads the list at each page.
    extensions[place] = syntaxOf(file.data.markdig?.emphasis ?? [])
    return parse(text, file)
  }
}

function syntaxOf(names: readonly EmphasisExtra[]) {
  if (names.length === 0) return {}
  const constructs = names.map(
    (name) => [signs[name].sign.charCodeAt(0), constructOf(name)] as const,
  )
  return {
    text: Object.fromEntries(constructs),
    // In emphasis that is closed first, they are read before what is left over becomes text.
    insideSpan: { null: constructs.map(([, construct]) => construct) },
    attentionMarkers: { null: constructs.map(([code]) => code) },
  }
}

function constructOf(name: EmphasisExtra): Construct {
  const { sign, size } = signs[name]
  const code = sign.charCodeAt(0)
  const tokenize: Tokenizer = function (effects, ok, nok) {
    const { previous } = this
    let count = 0
    return (first) => {
      if (previous === code) return nok(first)
      const token = effects.enter(runType)
      return more(first)

      function more(next: MicromarkCode): ReturnType<typeof ok> {
        if (next === code && count < size) {
          effects.consume(next)
          count++
          return more
        }
        if (count < size || next === code) return nok(next)
        effects.exit(runType)
        const [before, after] = [kindOf(previous), kindOf(next)]
        token._open = after === 'letter' || (after === 'sign' && before !== 'letter')
        token._close = before === 'letter' || (before === 'sign' && after !== 'letter')
        return ok(next)
      }
    }
  }
  return { name: 'emphasisExtra', tokenize, resolveAll }
}

/** By https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run. */
function kindOf(code: MicromarkCode): 'space' | 'sign' | 'letter' {
  if (code === null || isLineEnd(code) || code < 0) return 'space'
  const character = String.fromCodePoint(code)
  if (/\s/.test(character)) return 'space'
  return /[\p{P}\p{S}]/u.test(character) ? 'sign' : 'letter'
}

/** Make groups of the runs that belong together, in place, since micromark keeps the list; the others are text. */
function resolveAll(events: Events, context: Context): Events {
  for (let index = 0; index < events.length; index++) {
    const closing = runAt(events, index, context)
    if (!closing?.token._close) continue
    const opens = openingOf(events, index, closing.typed, context)
    if (opens === undefined) continue
    const group = groupOf(events, opens, index, context)
    replaceItems(events, opens, index + 2 - opens, group)
    index = opens + group.length - 1
  }
  for (const [, token] of events) if (token.type === runType) token.type = 'data'
  return events
}

function runAt(events: Events, index: number, context: Context): Signs | undefined {
  const [kind, token] = events[index] ?? []
  if (kind !== 'enter' || token?.type !== runType) return undefined
  return { token, typed: context.sliceSerialize(token) }
}

/** The index of the nearest run of the same signs that opens. */
function openingOf(
  events: Events,
  index: number,
  typed: string,
  context: Context,
): number | undefined {
  for (let at = index - 1; at >= 0; at--) {
    const run = runAt(events, at, context)
    if (run?.token._open && run.typed === typed) return at
  }
  return undefined
}

/** The group between two runs; what is inside is read for itself, so that nothing begins in it and ends outside. */
function groupOf(events: Events, opens: number, closes: number, context: Context): Events {
  const [from, to] = [events[opens]?.[1], events[closes]?.[1]]
  if (!from || !to) return []
  const group = { type: groupType, start: { ...from.start }, end: { ...to.end } }
  const { insideSpan } = context.parser.constructs
  const resolvers = new Set(
    (insideSpan.null as readonly { resolveAll?: typeof resolveAll }[]).map(
      (item) => item.resolveAll,
    ),
  )
  let inner = events.slice(opens + 2, closes)
  for (const resolve of resolvers) inner = resolve?.(inner, context) ?? inner
  return [['enter', group, context], ...inner, ['exit', group, context]]
}

const enter: CompileHandle = function (token) {
  const typed = this.sliceSerialize(token)
  const names = Object.entries(signs).find(([, { sign }]) => typed.startsWith(sign))
  this.enter({ type: 'emphasis', data: { hName: names?.[0] ?? 'em' }, children: [] }, token)
}

const leave: CompileHandle = function (token) {
  this.exit(token)
}
