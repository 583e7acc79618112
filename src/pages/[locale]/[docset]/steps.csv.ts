/** The steps of a docset as a table for spreadsheets. */
import { contents } from 'virtual:passerelle/content'
import { site } from 'virtual:passerelle/site'
import { stepsFile } from '#src/components/responsibility-matrix/steps-file.ts'
import { type ProcessProps, processPaths } from '#src/components/steps-data/process-paths.ts'

export function getStaticPaths() {
  return processPaths(site, contents, ({ steps }) => steps.length > 0)
}

export function GET({ props: { locale, process } }: { props: ProcessProps }): Response {
  return new Response(stepsFile(site, locale, process), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
  })
}
