/**
 * Split code into tokens, each with its kind, for which style sheets have a class.
 *
 * Shiki writes colours into style attributes, which a strict Content-Security-Policy forbids. So its theme here has a
 * number for each kind of token, written as a colour.
 */
import type { HighlighterCore, RegexEngine, ThemeRegistrationRaw } from 'shiki/core'
import { bundledLanguages, type BundledLanguage } from 'shiki/langs'
import type { Language } from './languages.ts'

/** A piece of a line; without a kind it has no colour. */
export interface Token {
  text: string
  kind?: TokenKind
}

type TokenKind = (typeof tokenKinds)[number]

/** Each has the class `code-<kind>`. */
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

/** Scopes without a colour of their own: operators, arguments of commands, expressions in strings. */
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

/** Longer lines stay plain: programs write them, and some grammars take quadratic time for them. */
const longestLine = 2000
/** Longer code stays plain: see `limits/problems.ts`. */
const longestCode = 100_000
/** Characters of code whose tokens are cached, because a translation has the code of its source. */
const cachedCharacters = 1_000_000

/**
 * One for each language: a shared one would colour examples in another language only if that was loaded before, so a page
 * would depend on the pages read before it.
 */
const highlighters = new Map<BundledLanguage, Promise<HighlighterCore>>()
let engine: Promise<RegexEngine> | undefined
const cache = new Map<string, readonly Token[][]>()
let cachedLength = 0

/** The tokens of each line. The grammar of a language is loaded when it is first needed. */
export async function highlight(code: string, language: Language): Promise<readonly Token[][]> {
  if (language === 'text' || code.length > longestCode) return plainLines(code)
  const key = `${language}\n${code}`
  const known = cache.get(key)
  if (known) return known
  const lines = await tokens(code, language)
  cache.set(key, lines)
  cachedLength += key.length
  for (const oldest of cache.keys()) {
    if (cachedLength <= cachedCharacters) break
    cache.delete(oldest)
    cachedLength -= oldest.length
  }
  return lines
}

/** The lines of code without colours. */
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
    // With a time limit, a busy machine would publish other pages.
    tokenizeTimeLimit: 0,
  })
  return lines.map((line) => mergeTokens(line.map(({ content, color }) => tokenOf(content, color))))
}

/** Shiki is imported late, because most commands highlight nothing. */
async function createHighlighter(lang: BundledLanguage): Promise<HighlighterCore> {
  const { createHighlighterCore } = await import('shiki/core')
  engine ??= import('shiki/engine/oniguruma').then(({ createOnigurumaEngine }) =>
    createOnigurumaEngine(import('shiki/wasm')),
  )
  const langs = [bundledLanguages[lang]]
  // Shiki warns about more than ten highlighters. These share one engine.
  return createHighlighterCore({ themes: [theme], langs, engine, warnings: false })
}

function tokenOf(text: string, colour = '#000000'): Token {
  const kind = tokenKinds[Number.parseInt(colour.slice(1), 16) - 1]
  return kind && text.trim() ? { text, kind } : { text }
}

/** Merge neighbours of one kind, with the spaces between them. */
function mergeTokens(line: readonly Token[]): Token[] {
  const result: Token[] = []
  for (const token of line) {
    const last = result.at(-1)
    if (last && (last.kind === token.kind || !token.text.trim())) last.text += token.text
    else if (token.text) result.push({ ...token })
  }
  return result
}
