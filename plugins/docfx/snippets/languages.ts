/** The language of code by its file, by docfx’s list of names; for `:::code` without a `language`. */

/** The extensions of a language that is not called like its extension. */
const extensions: Readonly<Record<string, string>> = {
  actionscript: 'as',
  arduino: 'ino',
  assembly: 'nasm asm',
  batchfile: 'bat cmd',
  cpp: 'c c++ h hpp cc m',
  csharp: 'cs',
  cuda: 'cu cuh',
  erlang: 'erl',
  fsharp: 'fs fsi fsx',
  handlebars: 'hbs',
  haskell: 'hs',
  html: 'jsp asp aspx ascx',
  java: 'gradle',
  javascript: 'js json',
  lisp: 'lsp',
  pascal: 'pas',
  perl: 'pl',
  powershell: 'ps1',
  processing: 'pde',
  python: 'py',
  react: 'tsx',
  ruby: 'ru erb rb',
  rust: 'rs',
  shell: 'sh bash',
  smalltalk: 'st',
  typescript: 'ts',
  xml: 'xsl xslt xsd wsdl csdl edmx',
  vb: 'bas vbs vba',
}

const byExtension = new Map(
  Object.entries(extensions).flatMap(([language, all]) =>
    all.split(' ').map((extension) => [extension, language]),
  ),
)

/** Empty for a file without an extension. */
export function languageOfFile(path: string): string {
  const [, extension = ''] = /\.([^./\\]+)$/.exec(path.toLowerCase()) ?? []
  return byExtension.get(extension) ?? extension
}
