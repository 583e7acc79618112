/**
 * Code cut into tokens, each with its class.
 *
 * Shiki gives colours, which would be style attributes, and a strict Content-Security-Policy allows none. Its theme here
 * has a number for each kind of token instead of a colour.
 */
import type { HighlighterCore, RegexEngine, ThemeRegistrationRaw } from 'shiki/core'
import { bundledLanguages, type BundledLanguage } from 'shiki/langs'
import type { Language } from './languages.ts'

/** A piece of a line; without a kind it looks like the text around it. */
export interface Token {
  text: string
  kind?: TokenKind
}

type TokenKind = (typeof tokenKinds)[number]

/** What styles give a colour: each `code-<kind>`. */
export const tokenKinds = [
  'comment',
  'string',
  'constant',
  'keyword',
  'function',
  'type',
  'tag',
  'attribute',
  'link',
  'inserted',
  'deleted',
] as const

/** Scopes of TextMate grammars (https://macromates.com/manual/en/language_grammars#naming_conventions) by kind. */
const scopes: Readonly<Record<TokenKind, readonly string[]>> = {
  comment: ['comment', 'punctuation.definition.comment', 'string.quoted.docstring'],
  string: ['string', 'markup.inline.raw', 'markup.fenced_code', 'constant.character.escape'],
  constant: [
    'constant',
    'support.constant',
    'variable.language',
    'variable.other.constant',
    'keyword.other.unit',
    'variable.other.readwrite.powershell',
    'variable.other.normal.shell',
    'punctuation.definition.variable.shell',
    'punctuation.definition.variable.powershell',
  ],
  keyword: ['keyword', 'storage', 'support.function.builtin', 'punctuation.definition.directive'],
  function: ['entity.name.function', 'support.function', 'entity.name.command'],
  type: [
    'entity.name.type',
    'entity.name.class',
    'entity.name.namespace',
    'entity.other.inherited-class',
    'support.type',
    'support.class',
  ],
  tag: ['entity.name.tag', 'markup.heading', 'entity.name.section', 'punctuation.definition.list'],
  attribute: [
    'entity.other.attribute-name',
    'support.type.property-name',
    'meta.property-name',
    'variable.parameter',
    'variable.other.property.powershell',
    'constant.other.option',
  ],
  link: ['markup.underline.link', 'string.other.link'],
  inserted: ['markup.inserted', 'meta.diff.header.to-file'],
  deleted: ['markup.deleted', 'meta.diff.header.from-file'],
}

/** Operators, words of a command and what is put into a text are written as other code is. */
const plain = [
  'keyword.operator',
  'meta.template.expression',
  'meta.embedded',
  'source.embedded',
  'string.unquoted.argument',
]

const theme: ThemeRegistrationRaw = {
  name: 'kinds',
  type: 'light',
  fg: '#000000',
  bg: '#ffffff',
  settings: [
    { settings: { foreground: '#000000', background: '#ffffff' } },
    ...tokenKinds.map((kind) => ({
      scope: [...scopes[kind]],
      settings: { foreground: colourOf(tokenKinds.indexOf(kind) + 1) },
    })),
    { scope: plain, settings: { foreground: '#000000' } },
  ],
}

function colourOf(number: number): string {
  return `#${number.toString(16).padStart(6, '0')}`
}

/** Longer lines are written by programs, and some grammars take time that grows with the square of their length. */
const longestLine = 2000
/** Longer code stays plain: see `limits/problems.ts`. */
const longestCode = 100_000
/** Characters of code whose tokens are kept: a translation has the code of its source. */
const keptCharacters = 1_000_000

/** A grammar colours examples in another language if that is loaded, so each language has a highlighter of its own. */
const highlighters = new Map<BundledLanguage, Promise<HighlighterCore>>()
let engine: Promise<RegexEngine> | undefined
const kept = new Map<string, readonly Token[][]>()
let keptLength = 0

/** The lines of a code; loads a grammar when code first asks for it. */
export async function highlight(code: string, language: Language): Promise<readonly Token[][]> {
  if (language === 'text' || code.length > longestCode) return plainLines(code)
  const key = `${language}\n${code}`
  const before = kept.get(key)
  if (before) return before
  const lines = await tokens(code, language)
  kept.set(key, lines)
  keptLength += key.length
  for (const oldest of kept.keys()) {
    if (keptLength <= keptCharacters) break
    kept.delete(oldest)
    keptLength -= oldest.length
  }
  return lines
}

export function plainLines(code: string): Token[][] {
  return code.split(/\r\n?|\n/).map((text) => (text ? [{ text }] : []))
}

async function tokens(code: string, lang: BundledLanguage): Promise<Token[][]> {
  const highlighter = highlighters.get(lang) ?? createHighlighter(lang)
  highlighters.set(lang, highlighter)
  const { codeToTokensBase } = await highlighter
  const lines = codeToTokensBase(code, {
    lang,
    theme: 'kinds',
    tokenizeMaxLineLength: longestLine,
    // By the clock, a busy machine would publish other pages.
    tokenizeTimeLimit: 0,
  })
  return lines.map((line) => joined(line.map(({ content, color }) => tokenOf(content, color))))
}

/** Loaded when code first asks for it: most commands read none. */
async function createHighlighter(lang: BundledLanguage): Promise<HighlighterCore> {
  const { createHighlighterCore } = await import('shiki/core')
  engine ??= import('shiki/engine/oniguruma').then(({ createOnigurumaEngine }) =>
    createOnigurumaEngine(import('shiki/wasm')),
  )
  const langs = [bundledLanguages[lang]]
  // Shiki warns of more than ten highlighters; there is one for each language, and they share the engine.
  return createHighlighterCore({ themes: [theme], langs, engine, warnings: false })
}

function tokenOf(text: string, colour = '#000000'): Token {
  const kind = tokenKinds[Number.parseInt(colour.slice(1), 16) - 1]
  return kind && text.trim() ? { text, kind } : { text }
}

/** Neighbours of one kind as one; spaces between them belong to either. */
function joined(line: readonly Token[]): Token[] {
  const result: Token[] = []
  for (const token of line) {
    const last = result.at(-1)
    if (last && (last.kind === token.kind || !token.text.trim())) last.text += token.text
    else if (token.text) result.push({ ...token })
  }
  return result
}
