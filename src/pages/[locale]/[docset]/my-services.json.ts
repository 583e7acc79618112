/** The steps and services of a docset, for scripts that filter steps; fetched only for readers who chose services. */
import { contents } from 'virtual:passerelle/content'
import { site } from 'virtual:passerelle/site'
import { scopeFile } from '#src/components/my-services/scope-file.ts'
import { hasScope } from '#src/components/my-services/scope.ts'
import { type ProcessProps, processPaths } from '#src/components/steps-data/process-paths.ts'

export function getStaticPaths() {
  return processPaths(site, contents, (process) => process.parties.length > 0 && hasScope(process))
}

export function GET({ props: { locale, process } }: { props: ProcessProps }): Response {
  return Response.json(scopeFile(process, locale))
}
