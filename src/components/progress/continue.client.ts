/** Says on the home page how much of a guide is done and what comes next. Fetched only for readers who ticked steps. */
import './progress.client.ts'
import { fetchScopeFile, keptScope } from '#src/components/my-services/kept-scope.client.ts'
import { scopeKey, isInScope } from '#src/components/my-services/scope.ts'
import { type ListedStep, standingIn } from './next-step.ts'
import { languageHere, saidHere } from './plural.ts'
import { changed, readDone } from './storage.client.ts'

interface StepsFile {
  phases: readonly { id: string }[]
  steps: readonly (ListedStep & {
    title: Readonly<Record<string, string>>
    url: Readonly<Record<string, string>>
  })[]
}

for (const line of document.querySelectorAll<HTMLElement>('.continue')) void attach(line)

async function attach(line: HTMLElement) {
  const { docset = '', steps = '', services = '' } = line.dataset
  const answer = await fetch(steps).catch(() => undefined)
  if (!answer?.ok) return
  const file = (await answer.json()) as StepsFile
  const scope = keptScope(scopeKey(docset))
  const known = scope && (await fetchScopeFile(services))
  const mine = known
    ? file.steps.filter(({ id }) => isInScope(scope, known.names, known.steps[id] ?? {}))
    : file.steps
  const update = () => tell(line, { ...file, steps: mine }, readDone(docset) ?? new Set())
  update()
  document.addEventListener(changed, update)
}

function tell(line: HTMLElement, { phases, steps }: StepsFile, ids: ReadonlySet<string>) {
  const { done, total, next } = standingIn(steps, phases, ids)
  line.hidden = done === 0
  const [count, words, link] = [...line.children] as [HTMLElement, HTMLElement, HTMLAnchorElement]
  count.textContent = saidHere(line.dataset['forms'] ?? '{}', done, { done, total })
  const here = languageHere()
  const [first = ''] = Object.keys(next?.url ?? {})
  const locale = next?.url[document.documentElement.lang] ? document.documentElement.lang : first
  link.hidden = words.hidden = !next
  if (!next) return
  // The file has whole addresses of the published site; this one may be elsewhere.
  const { pathname, hash } = new URL(next.url[locale] ?? '', location.href)
  link.href = pathname + hash
  link.textContent = next.title[locale] ?? ''
  link.lang = locale === here ? '' : locale
}
