/** What the manual says nothing of, and what it says of something that is no more. */

/** A file of the manual, in one language. */
export interface ManualPage {
  /** For messages: `content/docs/en/manual/config.mdx`. */
  name: string
  text: string
}

/** What the manual has to have. */
export interface ManualSubjects {
  /** Paths of all options of the configuration: `docsets.toc`. */
  options: readonly string[]
  /** The usage text of each command by its name. */
  commands: ReadonlyMap<string, string>
  /** Directives, alerts and components of guides as they are typed: `:::screen`, `<PhaseDiagram`. */
  syntax: readonly string[]
  /** Components that a site may replace. */
  components: readonly string[]
}

/** A heading with what is below it. */
interface Section {
  page: string
  line: number
  heading: string
  text: string
}

const fence = /^ *(`{3,})/

/**
 * One sentence for each option, command, form and component that pages of one language do not explain, and for each
 * section about an option or command that does not exist.
 */
export function manualProblems(
  pages: readonly ManualPage[],
  { options, commands, syntax, components }: ManualSubjects,
  folder: string,
): string[] {
  const sections = pages.flatMap(sectionsOf)
  const about = (kind: 'config' | 'commands') =>
    sections.filter(({ page }) => new RegExp(`/${kind}[^/]*$`).test(page))
  const texts = pages.map(({ text }) => text).join('\n')
  const examples = sections.flatMap(({ text }) => fencedBlocks(text)).join('\n')
  return [
    ...options
      .filter((option) => !about('config').some((section) => isOfOption(section, option)))
      .map((option) => `${folder} has no section about the option \`${option}\`.`),
    ...about('config')
      .filter((section) => subjectOf(section) && isStale(section, options))
      .map((section) => `${placeOf(section)} is about an option that does not exist.`),
    ...[...commands].flatMap(([name, usage]) => commandProblems(about('commands'), name, usage)),
    ...about('commands')
      .filter((section) => subjectOf(section) && !commands.has(subjectOf(section) ?? ''))
      .map((section) => `${placeOf(section)} is about a command that does not exist.`),
    ...syntax
      .filter((form) => !formOf(form).test(examples))
      .map((form) => `${folder} has no example of \`${form}\`.`),
    ...components
      .filter((name) => !texts.includes(`\`${name}\``))
      .map((name) => `${folder} does not name the component \`${name}\`.`),
  ]

  function commandProblems(all: readonly Section[], name: string, usage: string): string[] {
    const section = all.find((candidate) => subjectOf(candidate) === name)
    if (!section) return [`${folder} has no section about the command \`${name}\`.`]
    if (fencedBlocks(section.text).includes(usage)) return []
    return [`${placeOf(section)} has another usage text than the command itself.`]
  }
}

/** Headings outside code, each with the lines up to the next one. */
export function sectionsOf({ name, text }: ManualPage): Section[] {
  const sections: Section[] = []
  let open: string | undefined
  for (const [index, line] of text.split('\n').entries()) {
    const [, marks] = fence.exec(line) ?? []
    if (marks && open === undefined) open = marks
    else if (marks && marks.length >= (open?.length ?? 0)) open = undefined
    else if (open === undefined && /^#{2,} /.test(line)) {
      sections.push({ page: name, line: index + 1, heading: line, text: '' })
      continue
    }
    const last = sections.at(-1)
    if (last) last.text += `${line}\n`
  }
  return sections
}

/** The code that a heading begins with. */
function subjectOf({ heading }: Section): string | undefined {
  return /^#+ `([^`]+)`/.exec(heading)?.[1]
}

/** A `*` in the heading stands for any one name. */
function isOfOption(section: Section, option: string): boolean {
  const names = subjectOf(section)?.split('.') ?? []
  const wanted = option.split('.')
  return (
    names.length === wanted.length &&
    names.every((name, index) => name === '*' || name === wanted[index])
  )
}

function isStale(section: Section, options: readonly string[]): boolean {
  return !options.some((option) => isOfOption(section, option))
}

function fencedBlocks(text: string): string[] {
  return [...text.matchAll(/^ *(`{3,})[^\n]*\n([\s\S]*?)\n *\1$/gm)].map(([, , code = '']) => code)
}

/** `::matrix` is no part of `:::matrix`. */
function formOf(form: string): RegExp {
  // A container around others has more colons.
  const more = form.startsWith(':::') ? ':*' : ''
  return new RegExp(`(?<!:)${more}${RegExp.escape(form)}(?![\\w-])`)
}

function placeOf({ page, line, heading }: Section): string {
  return `${page}:${line} “${heading.replace(/ :anchor.*/, '')}”`
}
