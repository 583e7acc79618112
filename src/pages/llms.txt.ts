import { site } from 'virtual:passerelle/site'
import { siteLlms } from '#src/components/markdown/llms.ts'

export function GET(): Response {
  return new Response(siteLlms(site), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
