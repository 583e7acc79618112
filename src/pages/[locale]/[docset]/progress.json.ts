/** The steps of a docset, for scripts that show a reader’s progress; fetched only for readers who ticked some. */
import { contents } from 'virtual:passerelle/content'
import { site } from 'virtual:passerelle/site'
import { readerSteps } from '#src/components/progress/reader-steps.ts'
import { type ProcessProps, processPaths } from '#src/components/steps-data/process-paths.ts'

export function getStaticPaths() {
  return processPaths(site, contents)
}

export function GET({ props: { locale, process } }: { props: ProcessProps }): Response {
  return Response.json(readerSteps(site, process, locale))
}
