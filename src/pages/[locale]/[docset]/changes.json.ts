/** The changes of a docset, for the script that marks them. */
import { changes } from 'virtual:passerelle/content'
import { site } from 'virtual:passerelle/site'
import type { DocsetChanges } from '#src/changes/changes.ts'
import { changesFile } from '#src/components/changes/changes-file.ts'
import { localeOf } from '#src/i18n/locales.ts'

export async function getStaticPaths() {
  return changes.map((own) => {
    const params = { locale: localeOf(site, own.locale).path, docset: own.docset }
    return { params, props: { own } }
  })
}

export function GET({ props: { own } }: { props: { own: DocsetChanges } }): Response {
  return Response.json(changesFile(site, localeOf(site, own.locale), own))
}
