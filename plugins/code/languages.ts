/**
 * The grammar of a code block by the name that its author gave the language.
 *
 * Names are those of Shiki in any case of letters, those of docfx
 * (https://learn.microsoft.com/contribute/content/code-in-docs#supported-languages), and names of files that are one of
 * the languages.
 */
import { bundledLanguages, type BundledLanguage } from 'shiki/langs'
import { nearestName } from '../nearest-name.ts'

/** A language of Shiki, or `text`, which has no grammar. */
export type Language = BundledLanguage | 'text'

const text = 'gitignore none output plain plaintext text txt'.split(' ')

const others: Readonly<Record<string, BundledLanguage>> = {
  'aspx-csharp': 'html',
  'aspx-vb': 'html',
  'sh-session': 'shellsession',
  'shell-session': 'shellsession',
  aspx: 'html',
  azurecli: 'shellscript',
  azurepowershell: 'powershell',
  cli: 'shellscript',
  config: 'xml',
  cshtml: 'razor',
  csproj: 'xml',
  dos: 'bat',
  dotnetcli: 'shellscript',
  env: 'dotenv',
  golang: 'go',
  markup: 'html',
  msgraph: 'http',
  'msgraph-interactive': 'http',
  nodejs: 'javascript',
  nuspec: 'xml',
  objectivec: 'objective-c',
  'rest-msgraph': 'http',
  rest: 'http',
  svg: 'xml',
  tsql: 'sql',
  usql: 'sql',
  vbhtml: 'html',
  vbnet: 'vb',
  visualbasic: 'vb',
  xaml: 'xml',
  xhtml: 'html',
}

const known: ReadonlyMap<string, Language> = new Map<string, Language>([
  ...Object.keys(bundledLanguages).map((name) => [name, name as BundledLanguage] as const),
  ...Object.entries(others),
  ...text.map((name) => [name, 'text'] as const),
])

/** On Microsoft’s site, such code can be run. */
const interactive = /-interactive$/

/** The name without what only Microsoft’s site does with it. */
export function plainName(name: string): string {
  return name.replace(interactive, '')
}

/** Undefined for a name that nothing is known of. */
export function grammarNamed(name: string): Language | undefined {
  const lower = name.toLowerCase()
  return known.get(lower) ?? known.get(plainName(lower))
}

/** The known name that is nearest to one that is not. */
export function nearestLanguage(name: string): string | undefined {
  return nearestName(plainName(name), [...known.keys()])
}
