/**
 * Report `**`, `__`, `*` and `~~` that were meant as markup and that readers see.
 *
 * CommonMark reads no emphasis where a space is inside the signs (`** Close **`), or a letter right
 * behind a sign that follows punctuation (`**Note:**go`);
 * see https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run. Other uses of the signs are left
 * alone: `2 * 3`, `*args`, `docs/**`, `price*`, `_____`.
 */
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { defineProblems, report } from './problems.ts'
import { filler, sourceOf, typedTexts } from './typed-text.ts'

export interface StrayEmphasisOptions {
  /** Whether the page is the source: translations are compared with theirs by a rule of their own. */
  isSource?: (file: VFile) => boolean
}

interface Run {
  sign: string
  index: number
  /** The characters beside it; a space at the edge of the block. */
  before: string
  after: string
  /** The word or number at either side, across spaces. */
  left: string
  right: string
}

const problem = defineProblems('markdown', {
  'emphasis-as-typed': (sign: string) => ({
    severity: 'warning',
    reason: `Readers see this \`${sign}\`. Put no space inside \`${sign}text${sign}\`, and a space or punctuation after it; write \`\\${[...sign].join('\\')}\` if you mean the sign.`,
  }),
})

const signs = /[*_~]/

export default function remarkStrayEmphasis({ isSource }: Readonly<StrayEmphasisOptions> = {}) {
  return (tree: Root, file: VFile): undefined => {
    if (isSource?.(file) === false) return
    for (const { text, pointAt } of typedTexts(tree, sourceOf(file), signs)) {
      for (const { sign, index } of strayRuns(text)) {
        const place = { start: pointAt(index), end: pointAt(index + sign.length) }
        report(file, problem('emphasis-as-typed', sign), place)
      }
    }
  }
}

/** The signs of a block that were meant as markup. */
function strayRuns(text: string): Run[] {
  const runs = runsOf(text)
  return ['**', '__', '~~', '***', '*'].flatMap((sign) => {
    const same = runs.filter((run) => run.sign === sign && !isOtherUse(run))
    if (sign === '*') return failedPairs(same, text)
    if (sign === '__' || sign === '~~') return same.length > 1 ? same : []
    return same.length > 1 ? same : same.filter(isUnclosed)
  })
}

/** Characters beside a run that are looked at; nothing longer is an operand or the name of arguments. */
const nearby = 80

function runsOf(text: string): Run[] {
  return [...text.matchAll(/\*+|_+|~+/g)].map(({ 0: sign, index }) => {
    const end = index + sign.length
    const before = text.slice(Math.max(0, index - nearby), index)
    const after = text.slice(end, end + nearby)
    return {
      sign,
      index,
      before: before.at(-1) ?? ' ',
      after: after[0] ?? ' ',
      left: /[^\s*_~]*(?=\s*$)/.exec(before)?.[0] ?? '',
      right: /^\s*([^\s*_~]*)/.exec(after)?.[1] ?? '',
    }
  })
}

/** A path or pattern, an operator between two values, an identifier, arguments of a function. */
function isOtherUse({ sign, before, after, left, right }: Run): boolean {
  if (/[/\\.]/.test(before + after) && !/[.]\s/.test(before + after)) {
    return /[/\\]/.test(before + after) || after === '.'
  }
  if (sign.startsWith('_') && isWord(before) && isWord(after)) return true
  if (/^(?:kw)?args\b|^(?:opts|options|params)\b/.test(right) && !isWord(before)) return true
  const isBetween = isSpace(before) === isSpace(after)
  return isBetween && isOperand(left) && isOperand(right)
}

function isOperand(word: string): boolean {
  return /^[(=]*(?:\d[\d.,]*%?|[\p{L}])[)=]*$/u.test(word)
}

/** It is before or after a word, without a partner: `**Note: now.` */
function isUnclosed({ before, after }: Run): boolean {
  return (isWord(after) || after === filler) !== (isWord(before) || before === filler)
}

/**
 * Of single signs, which have many other uses, only two around words: `*Note:*go`, and `*Save *now`
 * where the words between are no argument in a list of them.
 */
function failedPairs(runs: readonly Run[], text: string): Run[] {
  const failed: Run[] = []
  for (let index = 0; index + 1 < runs.length; index++) {
    const [first, second] = [runs[index], runs[index + 1]]
    if (!first || !second || !isFailedPair(first, second, text)) continue
    failed.push(first, second)
    index++
  }
  return failed
}

function isFailedPair(first: Run, second: Run, text: string): boolean {
  const opens = !isWord(first.before) && isWord(first.after)
  if (!opens || !isWord(second.after)) return false
  const between = text.slice(first.index + 1, second.index)
  const isTight = /[\p{P}\p{S}]$/u.test(between.slice(-2)) && !/[,;]$/.test(between.slice(-1))
  return isTight || (between.length < 60 && /^\p{Lu}[^,;]*\s$/u.test(between))
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character)
}

function isSpace(character: string): boolean {
  return /\s/.test(character)
}
