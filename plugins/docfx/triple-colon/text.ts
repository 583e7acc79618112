/** Tokenize a form of `:::` in a sentence. */
import { isFault, type Opening } from './form.ts'
import { mayBeText, openForm } from './forms.ts'
import {
  type MicromarkCode,
  type State,
  type Tokenizer,
  characterOf,
  consumeLineEnding,
  isLineEnd,
  tokenType,
} from '../micromark.ts'

/** Longer text is no form: it would be read again from each `:::` in it, which takes quadratic time. */
const longest = 4000

const colon = ':'.charCodeAt(0)
const quote = '"'.charCodeAt(0)

/** From `:::` to the closing `:::`, or to the end for a form without one. */
export const tokenizeText: Tokenizer = function (effects, ok, nok) {
  let typed = ''
  let quotes = 0
  return (code) => {
    effects.enter(tokenType('tripleColonText'))
    effects.enter('data')
    return read(code)
  }

  function read(code: MicromarkCode): ReturnType<State> {
    if (code === null) return textOpening(typed) ? exited(code) : nok(code)
    const isEnd = isLineEnd(code)
    // Only a quoted value may continue on the next line.
    if (isEnd && quotes % 2 === 0) return nok(code)
    typed += isEnd ? '\n' : characterOf(code)
    if (typed.length > longest || !mayBeText(typed)) return nok(code)
    if (isEnd) return lineEnding(code)
    effects.consume(code)
    if (code === quote) quotes++
    if (code !== colon || typed.length < 7 || !typed.endsWith(':::')) return read
    const opening = textOpening(typed)
    // Words of `:::no-loc` may hold `\"`, so that quotes are no pairs.
    if (opening?.name === 'no-loc') return opening.length === typed.length ? exited : nok
    if (quotes % 2 !== 0) return read
    return opening ? exited : nok
  }

  function lineEnding(code: MicromarkCode) {
    effects.exit('data')
    consumeLineEnding(effects, code)
    effects.enter('data')
    return read
  }

  function exited(code: MicromarkCode) {
    effects.exit('data')
    effects.exit(tokenType('tripleColonText'))
    return ok(code)
  }
}

/** The form that was typed; undefined for plain text. */
export function textOpening(typed: string): Opening | undefined {
  const result = openForm(typed, 'text')
  return result && !isFault(result) ? result : undefined
}
